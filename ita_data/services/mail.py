"""Sending a mail through the office's own server, where one is set up in the environment."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from email.message import EmailMessage

from ita_data.config import MailServer
from ita_data.language import gettext as _
from ita_data.model.errors import MailFailed, MailServerFailed, MailUnanswered

_PATIENCE = 20
"""Seconds that the server may take for each of its answers."""


def send(server: MailServer, message: EmailMessage) -> list[str]:
    """Hand a mail to the server, and give the addresses that it didn't take, if it took one at least.

    Raises MailFailed where it took none, in words that say what to mend, MailServerFailed where it would take no other
    mail either, and MailUnanswered where the server broke off before it said whether it took the mail.
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
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        raise MailFailed(_refusal(error)) from error
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise MailServerFailed(_failure(error, server)) from error


def _refusal(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> str:
    """Why the server didn't take this mail; it answers with a number from 400 to 499 where it may take it later."""
    if isinstance(error, smtplib.SMTPDataError):
        return _("The mail server didn't take the mail: {answer}").format(
            answer=_said(error.smtp_code, error.smtp_error)
        )
    addresses = ", ".join(error.recipients)
    answers = [_said(*answer) for answer in error.recipients.values()]
    if all(answer.startswith("4") for answer in answers):
        text = _("The mail server takes no mail to {addresses} for now, so try again later: {answer}")
    else:
        text = _("The mail server refused {addresses}, so mend the address: {answer}")
    return text.format(addresses=addresses, answer=answers[0])


def _failure(error: Exception, server: MailServer) -> str:
    """Why the server takes no mail, and which setting to look at."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return _("The mail server refused the name or password: check SMTP_USER and SMTP_PASSWORD.")
        case smtplib.SMTPSenderRefused():
            text = _("The mail server refused {sender} as the sender: check SMTP_FROM.")
            return text.format(sender=error.sender)
        case smtplib.SMTPException() | ssl.SSLError():
            text = _("The mail server broke off: {error}. Check SMTP_PORT and SMTP_SECURITY.")
            return text.format(error=error)
        case OSError():
            text = _("The mail server {where} doesn't answer: {error}. Check SMTP_HOST and SMTP_PORT.")
            return text.format(where=f"{server.host}:{server.port}", error=error)
        case _other:
            return _("The mail server's name, SMTP_USER or SMTP_PASSWORD holds letters that mail servers don't take.")


def _said(code: int, answer: bytes | str) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(text.split())}"
