"""A real mail server on this machine, which keeps what it is given."""

from asyncio import sleep
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from ita_data.config import MailServer

UNKNOWN, BUSY = "unknown@example.go.th", "busy@example.go.th"
ACCOUNT = ("ita", "secret")


@dataclass
class Inbox:
    """The mails that the server took; it knows every address but one, and one takes no mail for now.

    A server may refuse every mail, hang up instead of confirming one, keep one waiting for that, or be gone when one
    says good-bye.
    """

    mails: list[EmailMessage] = field(default_factory=list)
    manner: str = ""

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address == UNKNOWN:
            return "550 no such mailbox"
        if address == BUSY:
            return "450 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.manner == "refuses":
            return "552 mailbox full"
        self.mails.append(cast(EmailMessage, message_from_bytes(envelope.content, policy=policy.default)))
        if self.manner == "hangs up":
            server.transport.abort()
        if self.manner == "keeps waiting":
            await sleep(5)
        return "250 OK"

    async def handle_QUIT(self, _server: Any, _session: Any, _envelope: Any) -> str:  # noqa: N802
        return "421 closing down" if self.manner == "leaves first" else "221 Bye"


@contextmanager
def mail_server(is_locked: bool = False) -> Iterator[tuple[MailServer, Inbox]]:
    """A running server with its inbox; a locked one takes one account only."""
    inbox = Inbox()
    locked = {"authenticator": _is_account, "auth_require_tls": False} if is_locked else {}
    # Port 0 would be asked for a greeting on 0 itself, so a free one is looked for first.
    controller = Controller(inbox, hostname="127.0.0.1", port=_free_port(), **locked)
    controller.start()
    user, password = ACCOUNT if is_locked else ("", "")
    try:
        yield MailServer("127.0.0.1", controller.port, "none", user, password, "ita@example.go.th"), inbox
    finally:
        controller.stop()


@contextmanager
def named_mail_server(patch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    """The inbox of a running server that the environment names."""
    with mail_server() as (server, inbox):
        patch.setenv("SMTP_HOST", server.host)
        patch.setenv("SMTP_PORT", str(server.port))
        patch.setenv("SMTP_SECURITY", "none")
        patch.setenv("SMTP_FROM", server.sender)
        yield inbox


def _is_account(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=(data.login.decode(), data.password.decode()) == ACCOUNT, handled=False)


def _free_port() -> int:
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
