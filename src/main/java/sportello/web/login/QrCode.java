package sportello.web.login;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as the path of an SVG picture, which needs no script and no picture from elsewhere.
 *
 * @param size how many squares it is wide
 */
public record QrCode(int size, String path) {

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++)
                if (code.getModule(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        return new QrCode(code.size, path.toString());
    }
}
