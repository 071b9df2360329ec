"""Sending a mail through the office's own server, where one is set up in the environment."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from ita_data.config import MailServer
from ita_data.language import gettext as _
from ita_data.model.errors import MailFailed

_PATIENCE = 20
"""Seconds that the server may take for each of its answers."""


def send(server: MailServer, message: EmailMessage) -> list[str]:
    """Hand a mail to the server, and give the addresses that it didn't take, if it took one at least.

    Raises MailFailed where it took none, in words that say what to mend.
    """
    try:
        with _connected(server) as connection:
            refused = connection.send_message(message)
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
    return list(refused)


@contextmanager
def _connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    trusted = ssl.create_default_context()
    if server.security == "ssl":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE, context=trusted)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
    with connection:
        if server.security == "starttls":
            connection.starttls(context=trusted)
        if server.user:
            connection.login(server.user, server.password)
        yield connection
