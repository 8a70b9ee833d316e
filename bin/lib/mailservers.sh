# shellcheck shell=bash
# Sourced by the drill of mail: it plays between servers that others made. They run on ports of their own, in a folder that
# goes with the drill; the machine's own, should it have some, are not touched.

mail_servers=(dovecot-imapd dovecot-pop3d dovecot-lmtpd postfix)

if ! command -v dovecot >/dev/null || ! command -v postfix >/dev/null; then
    echo "Installing ${mail_servers[*]} for the drill" >&2
    if ! { [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null &&
        DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${mail_servers[@]}" >&2; }; then
        echo "This drill needs Dovecot and Postfix, and root: apt-get install ${mail_servers[*]}." >&2
        exit 1
    fi
fi
