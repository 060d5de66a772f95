"""Numbers that others call valid, scanned by ours: python-stdnum for identities, accounts, cards and VAT, Google's libphonenumber
for telephones. Every number is drawn at random from a fixed seed; one process scans all of them."""

from __future__ import annotations

import json
import os
import random
import string
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat, PhoneNumberType

CLI = os.environ.get("MILKGLASS_CLI", str(Path(__file__).parents[2] / "target/fast/milkglass"))
CONFIG = "[privacy]\nbusiness = true\n"
DRAWS = 60

R = random.Random(20240229)


def digits(n: int) -> str:
    return "".join(R.choice(string.digits) for _ in range(n))


def upper(n: int) -> str:
    return "".join(R.choice(string.ascii_uppercase) for _ in range(n))


def day() -> date:
    return date(1935, 1, 1) + timedelta(days=R.randrange(23_000))


def ymd() -> str:
    return day().strftime("%y%m%d")


def dmy() -> str:
    return day().strftime("%d%m%y")


class Identity(NamedTuple):
    """A national number: the module of stdnum that knows it, a shape to draw from, the labels of its country."""

    module: str
    draw: Callable[[], str]
    labels: tuple[str, ...]
    # Whether the number alone, in its usual written form, must be found too.
    bare: bool


def czech() -> str:
    born = day().replace(year=R.randint(1954, 1999), day=1)
    return f"{born:%y}{born.month + R.choice((0, 50)):02d}{R.randint(1, 28):02d}/{digits(4)}"


IDENTITIES = [
    Identity("de.idnr", lambda: R.choice("123456789") + digits(10), ("Steuer-ID", "Steueridentifikationsnummer", "IdNr."), True),
    Identity("fr.nir", lambda: f"{R.choice('12')}{R.randint(40, 99)}{R.randint(1, 12):02d}{R.randint(1, 95):02d}{digits(6)}{R.randint(1, 97):02d}", ("N° de sécurité sociale", "NIR"), True),
    Identity("us.ssn", lambda: f"{R.randint(1, 665):03d}-{R.randint(1, 99):02d}-{R.randint(1, 9999):04d}", ("SSN", "Social Security Number"), True),
    Identity("us.itin", lambda: f"9{digits(2)}-{R.randint(70, 88)}-{digits(4)}", ("ITIN",), True),
    Identity("gb.nhs", lambda: digits(10), ("NHS number",), False),
    Identity("gb.utr", lambda: digits(10), ("UTR", "Unique Taxpayer Reference"), False),
    Identity("es.dni", lambda: digits(8) + R.choice("TRWAGMYFPDXBNJZSQVHLCKE"), ("DNI", "NIF"), True),
    Identity("es.nie", lambda: R.choice("XYZ") + digits(7) + R.choice("TRWAGMYFPDXBNJZSQVHLCKE"), ("NIE",), True),
    Identity("it.codicefiscale", lambda: "".join(R.choice("BCDFGLMNPRST") for _ in range(6)) + f"{digits(2)}{R.choice('ABCDEHLMPRST')}{R.randint(1, 28):02d}H{digits(3)}" + upper(1), ("Codice fiscale", "C.F."), True),
    Identity("pl.pesel", lambda: ymd() + digits(5), ("PESEL", "Nr PESEL"), True),
    Identity("cz.rc", czech, ("Rodné číslo", "RČ"), True),
    Identity("nl.bsn", lambda: R.choice("123456789") + digits(8), ("BSN", "Burgerservicenummer"), False),
    Identity("at.vnr", lambda: R.choice("123456789") + digits(3) + dmy(), ("SV-Nummer", "Sozialversicherungsnummer"), True),
    Identity("be.nn", lambda: ymd() + digits(5), ("Rijksregisternummer", "Numéro national"), True),
    Identity("ch.ssn", lambda: "756" + digits(10), ("AHV-Nummer", "No AVS"), True),
    Identity("se.personnummer", lambda: ymd() + "-" + digits(4), ("Personnummer",), True),
    Identity("fi.hetu", lambda: dmy() + R.choice("-A") + digits(3) + R.choice("0123456789ABCDEFHJKLMNPRSTUVWXY"), ("Henkilötunnus", "HETU"), True),
    Identity("dk.cpr", lambda: dmy() + "-" + digits(4), ("CPR-nr.", "CPR-nummer"), True),
    Identity("no.fodselsnummer", lambda: dmy() + digits(5), ("Fødselsnummer",), True),
    Identity("pt.nif", lambda: R.choice("12") + digits(8), ("NIF", "Número de contribuinte"), False),
    Identity("pt.cc", lambda: digits(9) + upper(2) + digits(1), ("Cartão de Cidadão",), True),
    Identity("hu.anum", lambda: digits(8), ("Adószám",), False),
    Identity("ro.cnp", lambda: R.choice("12") + ymd() + f"{R.randint(1, 46):02d}" + digits(4), ("CNP", "Cod numeric personal"), True),
    Identity("bg.egn", lambda: ymd() + digits(4), ("ЕГН",), True),
    Identity("hr.oib", lambda: digits(11), ("OIB",), False),
    Identity("gr.amka", lambda: dmy() + digits(5), ("ΑΜΚΑ",), True),
    Identity("gr.vat", lambda: R.choice("01") + digits(8), ("ΑΦΜ", "Α.Φ.Μ."), False),
    Identity("si.emso", lambda: (lambda d: f"{d:%d%m}{d.year % 1000:03d}")(day()) + "50" + digits(4), ("EMŠO",), False),
    Identity("si.ddv", lambda: R.choice("123456789") + digits(7), ("Davčna številka",), False),
    Identity("lt.asmens", lambda: R.choice("34") + ymd() + digits(4), ("Asmens kodas",), True),
    Identity("ee.ik", lambda: R.choice("34") + ymd() + digits(4), ("Isikukood",), True),
    Identity("ie.pps", lambda: digits(7) + upper(1) + R.choice("AB"), ("PPS number", "PPSN"), True),
    Identity("tr.tckimlik", lambda: R.choice("123456789") + digits(10), ("TC Kimlik No",), True),
    Identity("br.cpf", lambda: (lambda d: f"{d[:3]}.{d[3:6]}.{d[6:9]}-{d[9:]}")(digits(11)), ("CPF",), True),
    Identity("ca.sin", lambda: (lambda d: f"{d[:3]}-{d[3:6]}-{d[6:]}")(R.choice("1234567") + digits(8)), ("Social insurance number",), True),
]

# Where one check digit is all that tells the country's number, another country's may fit by chance; and SSN, ITIN, CPR and the
# written form of a birth number have no check digit that makes a wrong one recognisable.
WRONG = ["de.idnr", "fr.nir", "es.dni", "es.nie", "it.codicefiscale", "pl.pesel", "at.vnr", "be.nn", "ch.ssn", "fi.hetu", "no.fodselsnummer", "pt.cc", "ro.cnp", "bg.egn", "gr.amka", "lt.asmens", "ie.pps", "tr.tckimlik", "br.cpf"]

BBAN = {
    "AT": "16n", "BE": "12n", "BG": "4a6n8c", "CH": "5n12c", "CY": "8n16c", "CZ": "20n", "DE": "18n", "DK": "14n", "EE": "16n", "ES": "20n",
    "FI": "14n", "FR": "10n11c2n", "GB": "4a14n", "GR": "7n16c", "HR": "17n", "HU": "24n", "IE": "4a14n", "IT": "1a10n12c", "LT": "16n",
    "LU": "3n13c", "LV": "4a13c", "MT": "4a5n18c", "NL": "4a10n", "NO": "11n", "PL": "24n", "PT": "21n", "RO": "4a16c", "SE": "20n",
    "SI": "15n", "SK": "20n", "TR": "6n16c", "BR": "23n1a1c",
}  # fmt: skip

VAT = {
    "at": "U########", "be": "0#########", "cy": "########A", "cz": "########", "de": "#########", "dk": "########", "ee": "#########",
    "gr": "#########", "es": "B########", "fi": "########", "fr": "###########", "hr": "###########", "hu": "########", "it": "###########",
    "lt": "#########", "lu": "########", "lv": "4##########", "mt": "########", "nl": "#########B##", "pl": "##########", "pt": "#########",
    "ro": "########", "se": "##########01", "si": "########", "sk": "##########", "bg": "#########", "ie": "#######A",
}  # fmt: skip

REGIONS = "AL AD AT BY BE BA BG HR CY CZ DK EE FI FR DE GR HU IS IE IT XK LV LI LT LU MT MD MC ME NL MK NO PL PT RO SM RS SK SI ES SE CH TR UA GB US CA BR AU JP".split()


def valid(module: str, draw: Callable[[], str]) -> str:
    """Draws until stdnum calls it valid."""
    known = import_module(f"stdnum.{module}")
    for _ in range(200_000):
        number = draw()
        if known.is_valid(number):
            return number
    raise AssertionError(f"no valid number of {module} drawn")


def iban(country: str) -> str:
    draw = {"n": digits, "a": upper, "c": lambda n: "".join(R.choice(string.ascii_uppercase + string.digits) for _ in range(n))}
    body, count = "", ""
    for sign in BBAN[country]:
        if sign.isdigit():
            count += sign
        else:
            body, count = body + draw[sign](int(count)), ""
    check = 98 - int("".join(str(int(c, 36)) for c in body + country + "00")) % 97
    return f"{country}{check:02d}{body}"


def luhn(prefix: str, length: int) -> str:
    body = prefix + digits(length - len(prefix) - 1)
    return body + import_module("stdnum.luhn").calc_check_digit(body)


def from_shape(shape: str) -> str:
    return "".join(digits(1) if c == "#" else upper(1) if c == "A" else c for c in shape)


def telephones(region: str) -> list[str]:
    """Google's example numbers of a region, as a person of that region and as a foreigner writes them."""
    written = []
    for kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is None:
            continue
        written += [
            phonenumbers.format_number(example, form)
            for form in (PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164)
        ]
    return written


def scan(texts: list[str], tmp: Path) -> list[list[tuple[str, str]]]:
    """The kind and text of every span of every text, by one run of the program."""
    (tmp / "milkglass.toml").write_text(CONFIG)
    lines = "".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(texts))
    run = subprocess.run([CLI, "scan", "--jsonl", "--config", str(tmp / "milkglass.toml"), "-"], input=lines, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(len(texts)))
    return [[(span["type"], text[span["start"] : span["end"]]) for span in answer["spans"]] for text, answer in zip(texts, answers, strict=True)]


def covered(number: str, spans: list[tuple[str, str]], *kinds: str) -> bool:
    inner = "".join(filter(str.isalnum, number)).upper()
    return any(kind in kinds and "".join(filter(str.isalnum, found)).upper().endswith(inner) for kind, found in spans)


def check(cases: list[tuple[str, str]], tmp: Path, *kinds: str) -> None:
    """Every number must be found as one of the kinds in its text."""
    found = scan([text for _, text in cases], tmp)
    missed = [text for (number, text), spans in zip(cases, found, strict=True) if not covered(number, spans, *kinds)]
    assert not missed, f"{len(missed)} of {len(cases)} missed: {missed[:20]}"


@pytest.fixture(autouse=True)
def seeded() -> None:
    R.seed(20240229)
    assert Path(CLI).exists(), f"{CLI} is not built"


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda i: i.module)
def test_identities_behind_their_label(identity: Identity, tmp_path: Path) -> None:
    numbers = [valid(identity.module, identity.draw) for _ in range(DRAWS)]
    frames = ("{label}: {number}", "{label}\t{number}", "{label} {number}", '{{"{label}": "{number}"}}')
    cases = [(number, R.choice(frames).format(label=R.choice(identity.labels), number=number)) for number in numbers]
    check(cases, tmp_path, "NATIONAL_ID", "VAT_ID")


@pytest.mark.parametrize("identity", [i for i in IDENTITIES if i.bare], ids=lambda i: i.module)
def test_identities_alone(identity: Identity, tmp_path: Path) -> None:
    check([(number, number) for number in (valid(identity.module, identity.draw) for _ in range(DRAWS))], tmp_path, "NATIONAL_ID", "VAT_ID", "CREDIT_CARD")


@pytest.mark.parametrize("identity", [i for i in IDENTITIES if i.module in WRONG], ids=lambda i: i.module)
def test_wrong_check_digits_are_refused(identity: Identity, tmp_path: Path) -> None:
    """A number that stdnum refuses is none, but for those that another country's rule takes (a Finnish number that ends in a
    digit has the form of a Danish one)."""
    known = import_module(f"stdnum.{identity.module}")
    wrong = []
    while len(wrong) < 300:
        number = valid(identity.module, identity.draw)
        last = number[-1]
        other = R.choice([c for c in (string.digits if last.isdigit() else string.ascii_uppercase) if c != last])
        if not known.is_valid(number[:-1] + other):
            wrong.append(number[:-1] + other)
    taken = sum(any(kind == "NATIONAL_ID" for kind, _ in spans) for spans in scan(wrong, tmp_path))
    assert taken <= len(wrong) // 5, f"{taken} of {len(wrong)} taken"


def test_accounts(tmp_path: Path) -> None:
    numbers = [iban(country) for country in BBAN for _ in range(15)]
    assert all(import_module("stdnum.iban").is_valid(number, check_country=False) for number in numbers)
    printed = [" ".join(n[i : i + 4] for i in range(0, len(n), 4)) for n in numbers]
    check([(n, t) for n, p in zip(numbers, printed, strict=True) for t in (n, p, f"Please pay to {n}.", f"IBAN: {p}", n.lower())][: 5 * len(numbers)], tmp_path, "IBAN")
    wrong = [n[:2] + f"{(int(n[2:4]) + 1) % 97 + 2:02d}" + n[4:] for n in numbers]
    wrong = [n for n in wrong if not import_module("stdnum.iban").is_valid(n, check_country=False)]
    taken = sum(any(kind == "IBAN" for kind, _ in spans) for spans in scan(wrong, tmp_path))
    assert taken == 0, f"{taken} of {len(wrong)} taken"


def test_cards(tmp_path: Path) -> None:
    brands = [("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("6011", 16), ("36", 14), ("3530", 16), ("62", 16), ("6759", 16), ("5018", 16)]
    numbers = [luhn(prefix, length) for prefix, length in brands for _ in range(40)]
    check([(n, t) for n in numbers for t in (n, f"paid with {n} today", f"Card number: {n[:4]} {n[4:8]} {n[8:12]} {n[12:]}")], tmp_path, "CREDIT_CARD")
    wrong = [n[:-1] + str((int(n[-1]) + R.randint(1, 9)) % 10) for n in numbers]
    taken = sum(any(kind == "CREDIT_CARD" for kind, _ in spans) for spans in scan(wrong, tmp_path))
    assert taken == 0, f"{taken} of {len(wrong)} taken"


@pytest.mark.parametrize("country", sorted(VAT))
def test_vat(country: str, tmp_path: Path) -> None:
    module = import_module(f"stdnum.eu.vat")
    prefix = "EL" if country == "gr" else country.upper()
    numbers = []
    while len(numbers) < 40:
        number = prefix + from_shape(VAT[country])
        if module.is_valid(number):
            numbers.append(number)
    check([(n, t) for n in numbers for t in (f"VAT number: {n}", f"VAT ID\t{n}", f"supplied by {n} only")], tmp_path, "VAT_ID", "NATIONAL_ID")
    if country in ("at", "be", "de", "dk", "ee", "fi", "gr", "hr", "hu", "it", "lu", "mt", "pl", "pt", "ro", "se", "si", "sk"):
        wrong = [n for n in (prefix + from_shape(VAT[country]) for _ in range(300)) if not module.is_valid(n)]
        taken = sum(any(kind == "VAT_ID" for kind, _ in spans) for spans in scan([f"supplied by {n} only" for n in wrong], tmp_path))
        assert taken <= len(wrong) // 50, f"{taken} of {len(wrong)} taken"


@pytest.mark.parametrize("region", REGIONS)
def test_telephones(region: str, tmp_path: Path) -> None:
    numbers = telephones(region)
    assert numbers
    cases = [(n, t) for n in numbers for t in (f"Tel.: {n}", f"Phone: {n}", f"call me on {n} please")]
    cases += [(n, t) for n in numbers if n.startswith("+") for t in (n, f"or write to {n} instead", f"00{n[1:]}")]
    check(cases, tmp_path, "PHONE")
