"""Sending a mail through the office's own server, where one is set up in the environment."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from email.message import EmailMessage

from ita_data.config import MailServer
from ita_data.language import gettext as _
from ita_data.model.errors import MailFailed, MailUnanswered

_PATIENCE = 20
"""Seconds that the server may take for each of its answers."""


def send(server: MailServer, message: EmailMessage) -> list[str]:
    """Hand a mail to the server, and give the addresses that it didn't take, if it took one at least.

    Raises MailFailed where it took none, in words that say what to mend, and MailUnanswered where the server broke off
    before it said whether it took the mail.
    """
    with _in_words(server), closing(_connected(server)) as connection:
        if server.security == "starttls":
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
        return _hand_over(connection, message)


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.security == "ssl":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE, context=ssl.create_default_context())
    return smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)


def _hand_over(connection: smtplib.SMTP, message: EmailMessage) -> list[str]:
    try:
        refused = connection.send_message(message)
    except smtplib.SMTPServerDisconnected as error:
        raise MailUnanswered from error
    # What the server took it has taken, however it says good-bye.
    with suppress(smtplib.SMTPException):
        connection.quit()
    return list(refused)


@contextmanager
def _in_words(server: MailServer) -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise MailFailed(
            _("The mail server refused the name or password: check SMTP_USER and SMTP_PASSWORD.")
        ) from error
    except smtplib.SMTPRecipientsRefused as error:
        addresses = ", ".join(error.recipients)
        raise MailFailed(
            _("The mail server doesn't know {addresses}: mend the address.").format(addresses=addresses)
        ) from error
    except smtplib.SMTPSenderRefused as error:
        raise MailFailed(
            _("The mail server refused {sender} as the sender: check SMTP_FROM.").format(sender=error.sender)
        ) from error
    except (smtplib.SMTPException, ssl.SSLError) as error:
        raise MailFailed(
            _("The mail server broke off: {error}. Check SMTP_PORT and SMTP_SECURITY.").format(error=error)
        ) from error
    except OSError as error:
        where = f"{server.host}:{server.port}"
        raise MailFailed(
            _("The mail server {where} doesn't answer: {error}. Check SMTP_HOST and SMTP_PORT.").format(
                where=where, error=error
            )
        ) from error
    except UnicodeError as error:
        raise MailFailed(
            _("The mail server's name, SMTP_USER or SMTP_PASSWORD holds letters that mail servers don't take.")
        ) from error
