"""The courts of the invented dockets (real ones, as CourtListener names them) and how each clerk's office types.

Nothing here is invented but the habits' wording: ids, names, circuits and the numbers CourtListener gives a court are
facts. A district's weight is its rough share of the detention petitions of 2025 and 2026.
"""
import functools
from typing import NamedTuple


class Court(NamedTuple):
    """A district court. `zone`: how its clerks abbreviate local time; `office`: the first digit of case numbers."""

    id: str
    pacer_id: str
    fjc_id: str
    position: float
    citation: str
    short_name: str
    circuit: str
    zone: str
    weight: int
    office: str
    city: str

    @property
    def district(self) -> str:
        """"S.D. Texas" as the texts say it: "Southern District of Texas"."""
        return named_in_full(self.short_name)

    @property
    def state(self) -> str:
        """The state, or what takes its place."""
        return self.short_name.split(". ", 1)[-1] if ". " in self.short_name else self.short_name


class Circuit(NamedTuple):
    """A court of appeals, or the Supreme Court."""

    id: str
    fjc_id: str
    position: float
    citation: str
    short_name: str
    full_name: str
    start_date: str


class Habit(NamedTuple):
    """How one clerk's office types. `clerk` fills the braces; {body} brings its own joint, {plain} none.

    `ref` is how an earlier entry is named. With `sentences` a ruling is "X is GRANTED", else "granting X".
    """

    filing: str = "{title} filed by {filer}.{attachments} {sign}{entered}"
    order: str = "{title}{body} Signed by {judge} on {date}. ({clerk}){entered}"
    text_order: str = "TEXT ONLY {title}{body} So Ordered by {judge} on {date}. ({clerk}){entered}"
    minutes: str = "Minute Entry for proceedings held before {judge}: {body} ({clerk}){entered}"
    ref: str = "{n} {noun}"
    sentences: bool = False
    allowed: bool = False
    capitals: bool = False
    shouts: bool = False
    text_numbered: bool = True
    minutes_numbered: bool = True
    entered: str = " (Entered: {mdy})"
    clerk: str = "{abc}"
    judge: str = "Judge {name}"
    transferred: str = " [Transferred from {origin} on {date}.]"


_DISTRICTS = """
dcd|45|90|200.5|D.C.|District of Columbia|cadc|ET|2|1|Washington
almd|17|27|201|M.D. Ala.|M.D. Alabama|ca11|CT|0|1|Montgomery
alnd|19|26|201.5|N.D. Ala.|N.D. Alabama|ca11|CT|0|1|Birmingham
alsd|21|28|202|S.D. Ala.|S.D. Alabama|ca11|CT|0|1|Mobile
akd|23|7-|202.5|D. Alaska|D. Alaska|ca9|AKT|0|1|Anchorage
azd|25|70|203|D. Ariz.|D. Arizona|ca9|MT|4|2|Phoenix
ared|27|60|204|E.D. Ark.|E.D. Arkansas|ca8|CT|0|1|Little Rock
arwd|29|61|204.2|W.D. Ark.|W.D. Arkansas|ca8|CT|0|1|Fayetteville
cacd|31|73|205.05|C.D. Cal.|C.D. California|ca9|PT|6|2|Los Angeles
caed|33|72|205.06|E.D. Cal.|E.D. California|ca9|PT|7|1|Sacramento
cand|35|71|205.1|N.D. Cal.|N.D. California|ca9|PT|4|3|San Francisco
casd|37|74|205.2|S.D. Cal.|S.D. California|ca9|PT|4|3|San Diego
cod|39|82|206|D. Colo.|D. Colorado|ca10|MT|3|1|Denver
ctd|41|05|207|D. Conn.|D. Connecticut|ca2|ET|1|1|Hartford
ded|43|11|208|D. Del.|D. Delaware|ca3|ET|0|1|Wilmington
flmd|47|3A|208.5|M.D. Fla.|M.D. Florida|ca11|ET|3|8|Tampa
flnd|49|29|208.51|N.D. Fla.|N.D. Florida|ca11|CT|0|1|Tallahassee
flsd|51|3C|208.52|S.D. Fla.|S.D. Florida|ca11|ET|3|1|Miami
gamd|53|3G|208.6||M.D. Georgia|ca11|ET|4|4|Columbus
gand|55|3E|208.61|N.D. Ga.|N.D. Georgia|ca11|ET|1|1|Atlanta
gasd|57|3J|208.62|S.D. Ga.|S.D. Georgia|ca11|ET|2|4|Savannah
hid|61|75|208.9|D. Haw.|D. Hawaii|ca9|HT|1|1|Honolulu
idd|63|76|209|D. Idaho|D. Idaho|ca9|MT|1|1|Boise
ilcd|65|53|209.5|C.D. Ill.|C.D. Illinois|ca7|CT|0|1|Peoria
ilnd|67|52|210|N.D. Ill.|N.D. Illinois|ca7|CT|3|1|Chicago
ilsd|69|54|210.1|S.D. Ill.|S.D. Illinois|ca7|CT|0|1|East St. Louis
innd|71|55|211|N.D. Ind.|N.D. Indiana|ca7|ET|0|1|South Bend
insd|73|56|212|S.D. Ind.|S.D. Indiana|ca7|ET|1|1|Indianapolis
iand|75|62|215|N.D. Iowa|N.D. Iowa|ca8|CT|0|1|Cedar Rapids
iasd|77|63|216|S.D. Iowa|S.D. Iowa|ca8|CT|0|1|Des Moines
ksd|79|83|228||D. Kansas|ca10|CT|0|1|Wichita
kyed|81|43|229|E.D. Ky.|E.D. Kentucky|ca6|ET|0|1|Lexington
kywd|83|44|230|W.D. Ky.|W.D. Kentucky|ca6|ET|1|1|Louisville
laed|85|3L|231|E.D. La.|E.D. Louisiana|ca5|CT|1|1|New Orleans
lamd|87|3N|231.1|M.D. La.|M.D. Louisiana|ca5|CT|1|1|Baton Rouge
lawd|89|36|231.2|W.D. La.|W.D. Louisiana|ca5|CT|8|1|Alexandria
med|91|00|239|D. Me.|D. Maine|ca1|ET|1|2|Portland
mdd|93|16|240|D. Maryland|D. Maryland|ca4|ET|2|1|Baltimore
mad|95|01|240.5|D. Mass.|D. Massachusetts|ca1|ET|5|1|Boston
mied|97|45|240.6|E.D. Mich.|E.D. Michigan|ca6|ET|2|2|Detroit
miwd|99|46|240.7||W.D. Michigan|ca6|ET|3|1|Grand Rapids
mnd|101|64|241|D. Minnesota|D. Minnesota|ca8|CT|7|0|Minneapolis
msnd|103|37|241.12|N.D. Miss.|N.D. Mississippi|ca5|CT|0|1|Oxford
mssd|105|38|241.15|S.D. Miss.|S.D. Mississippi|ca5|CT|1|1|Jackson
moed|107|65|242|E.D. Mo.|E.D. Missouri|ca8|CT|0|1|St. Louis
mowd|109|66|242.1|W.D. Mo.|W.D. Missouri|ca8|CT|0|1|Kansas City
mtd|111|77|242.19|D. Mont.|D. Montana|ca9|MT|0|1|Missoula
ned|113|67|242.2|D. Neb.|D. Nebraska|ca8|CT|1|1|Omaha
nvd|115|78|242.5|D. Nev.|D. Nevada|ca9|PT|2|2|Las Vegas
nhd|117|02|243|D.N.H.|D. New Hampshire|ca1|ET|1|1|Concord
njd|119|12|243.5|D.N.J.|D. New Jersey|ca3|ET|6|2|Newark
nmd|121|84|243.7|D.N.M.|D. New Mexico|ca10|MT|2|2|Albuquerque
nyed|123|07|244.8|E.D.N.Y|E.D. New York|ca2|ET|4|1|Brooklyn
nynd|125|06|244.9||N.D. New York|ca2|ET|1|1|Albany
nysd|127|08|245|S.D.N.Y.|S.D. New York|ca2|ET|4|1|New York
nywd|129|09|245.05|W.D.N.Y.|W.D. New York|ca2|ET|2|1|Buffalo
nced|131|17|245.1|E.D.N.C.|E.D. North Carolina|ca4|ET|1|1|Raleigh
ncmd|133|18|245.15|M.D.N.C.|M.D. North Carolina|ca4|ET|0|1|Greensboro
ncwd|135|19|245.2|W.D.N.C.|W.D. North Carolina|ca4|ET|1|1|Charlotte
ndd|137|68|245.3|D.N.D.|D. North Dakota|ca8|CT|0|1|Fargo
ohnd|141|47|245.8|N.D. Ohio|N.D. Ohio|ca6|ET|1|1|Cleveland
ohsd|143|48|245.91|S.D. Ohio|S.D. Ohio|ca6|ET|1|2|Columbus
oked|145|86|245.95|E.D. Okla.|E.D. Oklahoma|ca10|CT|0|1|Muskogee
oknd|147|85|245.99|N.D. Okla.|N.D. Oklahoma|ca10|CT|0|1|Tulsa
okwd|149|87|246|W.D. Okla.|W.D. Oklahoma|ca10|CT|1|1|Oklahoma City
ord|151|79|247|D. Or.|D. Oregon|ca9|PT|2|3|Portland
paed|153|13|247.9|E.D. Pa.|E.D. Pennsylvania|ca3|ET|2|2|Philadelphia
pamd|155|14|247.95|M.D. Penn.|M.D. Pennsylvania|ca3|ET|2|3|Harrisburg
pawd|157|15|248|W.D. Pa.|W.D. Pennsylvania|ca3|ET|0|1|Pittsburgh
rid|161|03|248.5|D.R.I.|D. Rhode Island|ca1|ET|1|1|Providence
scd|163|20|248.6|D.S.C.|D. South Carolina|ca4|ET|0|2|Charleston
sdd|165|69|249.5|D.S.D.|D. South Dakota|ca8|CT|0|1|Sioux Falls
tned|167|49|249.6|E.D. Tenn.|E.D. Tennessee|ca6|ET|0|1|Knoxville
tnmd|169|50|249.7|M.D. Tenn.|M.D. Tennessee|ca6|CT|1|3|Nashville
tnwd|171|51|249.8|W.D. Tenn.|W.D. Tennessee|ca6|CT|1|1|Memphis
txed|175|40|250|E.D. Tex.|E.D. Texas|ca5|CT|1|1|Tyler
txnd|177|39|250.1|N.D. Tex.|N.D. Texas|ca5|CT|3|3|Dallas
txsd|179|41|250.5|S.D. Tex.|S.D. Texas|ca5|CT|9|4|Houston
txwd|181|42|251|W.D. Tex.|W.D. Texas|ca5|CT|9|5|San Antonio
utd|183|88|251.1|D. Utah|D. Utah|ca10|MT|1|2|Salt Lake City
vtd|185|10|252|D. Vt.|D. Vermont|ca2|ET|1|1|Burlington
vaed|189|22|279|E.D. Va.|E.D. Virginia|ca4|ET|3|1|Alexandria
vawd|191|23|280|W.D. Va.|W.D. Virginia|ca4|ET|0|1|Roanoke
waed|195|80|289|E.D. Wash.|E.D. Washington|ca9|PT|0|1|Spokane
wawd|197|81|290|W.D. Wash.|W.D. Washington|ca9|PT|3|2|Seattle
wvnd|199|24|294|N.D.W. Va.|N.D. West Virginia|ca4|ET|0|1|Wheeling
wvsd|201|25|295|S.D.W. Va|S.D. West Virginia|ca4|ET|0|1|Charleston
wied|203|57|297|D. Wis.|E.D. Wisconsin|ca7|CT|1|1|Milwaukee
wiwd|205|58|298|W.D. Wis.|W.D. Wisconsin|ca7|CT|0|1|Madison
wyd|207|89|299|D. Wyo.|D. Wyoming|ca10|MT|0|1|Cheyenne
gud|59|93|299.3|D. Guam|D. Guam|ca9|ChT|0|1|Hagatna
nmid|139|94|299.4|N. Mar. I.|Northern Mariana Islands|ca9|ChT|0|1|Saipan
prd|159|04|299.5|D.P.R.|D. Puerto Rico|ca1|AT|1|1|San Juan
vid|193|91|299.9|D.V.I.|Virgin Islands|ca3|AT|0|1|St. Thomas
"""

_CIRCUITS = """
scotus||1|SCOTUS|Supreme Court|Supreme Court of the United States|1789-09-24
ca1|1|101|1st Cir.|First Circuit|Court of Appeals for the First Circuit|1891-03-03
ca2|2|102|2d Cir.|Second Circuit|Court of Appeals for the Second Circuit|1891-03-03
ca3|3|103|3rd Cir.|Third Circuit|Court of Appeals for the Third Circuit|1891-03-03
ca4|4|104|4th Cir.|Fourth Circuit|Court of Appeals for the Fourth Circuit|1891-03-03
ca5|5|105|5th Cir.|Fifth Circuit|Court of Appeals for the Fifth Circuit|1891-03-03
ca6|6|106|6th Cir.|Sixth Circuit|Court of Appeals for the Sixth Circuit|1891-03-03
ca7|7|107|7th Cir.|Seventh Circuit|Court of Appeals for the Seventh Circuit|1891-03-03
ca8|8|108|8th Cir.|Eighth Circuit|Court of Appeals for the Eighth Circuit|1891-03-03
ca9|9|109|9th Cir.|Ninth Circuit|Court of Appeals for the Ninth Circuit|1891-03-03
ca10|10|110|10th Cir.|Tenth Circuit|Court of Appeals for the Tenth Circuit|1929-02-28
ca11|11|111|11th Cir.|Eleventh Circuit|Court of Appeals for the Eleventh Circuit|1980-10-14
cadc|0|112|D.C. Cir.|D.C. Circuit|Court of Appeals for the D.C. Circuit|1893-02-09
cafc||113|Fed. Cir.|Federal Circuit|Court of Appeals for the Federal Circuit|1982-04-02
"""

COURTS: dict[str, Court] = {}
for _line in _DISTRICTS.split("\n")[1:-1]:
    _id, _pacer, _fjc, _position, _citation, _short, _circuit, _zone, _weight, _office, _city = _line.split("|")
    COURTS[_id] = Court(
        _id, _pacer, _fjc, float(_position), _citation, _short, _circuit, _zone, int(_weight), _office, _city
    )

CIRCUITS: dict[str, Circuit] = {}
for _line in _CIRCUITS.split("\n")[1:-1]:
    _id, _fjc, _position, _citation, _short, _full, _start = _line.split("|")
    CIRCUITS[_id] = Circuit(_id, _fjc, float(_position), _citation, _short, _full, _start)

_POINTS = {"N": "Northern", "S": "Southern", "E": "Eastern", "W": "Western", "M": "Middle", "C": "Central"}


@functools.cache
def named_in_full(short_name: str) -> str:
    """"S.D. Texas" -> "Southern District of Texas"; "D. Maine" -> "District of Maine"; other names as they are."""
    point, dot, rest = short_name.partition("D. ")
    if not dot:
        return short_name
    return f"{_POINTS[point[0]]} District of {rest}" if point else f"District of {rest}"


HABITS: dict[str, Habit] = {
    "azd": Habit(
        order="{title}{body} Signed by {judge} on {date}. ({clerk})",
        text_order="LODGED {title} ADOPTED. {plain} This is a TEXT ENTRY ONLY. There is no PDF document associated "
        "with "
        "this entry. Signed by {judge} on {date}. ({clerk})",
        minutes="MINUTE ENTRY for proceedings held before {judge}: {body} ({clerk})",
        ref="{noun} (Doc. {n})",
        sentences=True,
    ),
    "cacd": Habit(
        filing="{title} filed by {filer}.{attachments} {sign}{entered}",
        order="{title} by {judge}{body} ({abc})",
        text_order="(IN CHAMBERS) TEXT ONLY {title} by {judge}{body} THERE IS NO PDF DOCUMENT ASSOCIATED WITH THIS "
        "ENTRY. ({abc}) TEXT ONLY ENTRY",
        minutes="MINUTES OF PROCEEDINGS held before {judge}: {body} ({abc})",
        ref="{noun} {n}",
        clerk="{abc}",
    ),
    "caed": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title} signed by {judge} on {date}{body} ({last}, {a})",
        text_order="MINUTE {title} signed by {judge} on {date}: [TEXT ONLY ENTRY] {plain} (Deputy Clerk {abc})",
        minutes="MINUTES for proceedings before {judge}: {body} ({last}, {a})",
        shouts=True,
        text_numbered=False,
        judge="District Judge {name}",
    ),
    "cand": Habit(
        filing="{title} filed by {filer}.{attachments} {sign} (Filed on {date})",
        order="{title} by {judge}{body} ({abc_low}lc1, COURT STAFF) (Filed on {date})",
        text_order="CLERK'S TEXT {title} by {judge}{body} (This is a text-only entry generated by the court. There is "
        "no "
        "document associated with this entry.) ({abc_low}lc1, COURT STAFF) (Filed on {date})",
        minutes="Minute Entry for proceedings held before {judge}: {body} ({abc_low}lc1, COURT STAFF) (Date Filed: "
        "{date})",
        shouts=True,
        entered="",
    ),
    "casd": Habit(
        order="{title}{body} Signed by {judge} on {date}. ({abc_low})",
        text_order="MINUTE {title} issued by the Honorable {name}: {plain} (no document attached) ({abc_low})",
        ref="{noun} [Doc. No. {n}]",
        text_numbered=False,
        minutes_numbered=False,
    ),
    "cod": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} By {judge} on {date}. ({abc_low}lc2, )",
        text_order="MINUTE {title}{body} SO ORDERED by {judge} on {date}. Text Only Entry ({abc_low}lc2, )",
        ref="{noun} (ECF No. {n})",
        sentences=True,
    ),
    "dcd": Habit(
        filing="{title} filed by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} See the document for details. Signed by {judge} on {date}. (lc{abc_low}){entered}",
        text_order="MINUTE {title}{body} So ORDERED by {judge} on {date}. (lc{abc_low})",
        minutes="Minute Entry for proceedings held before {judge}: {body} (z{abc_low})",
        ref="{n} {noun}",
        capitals=True,
        text_numbered=False,
        minutes_numbered=False,
    ),
    "flmd": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge} on {date}. ({clerk})",
        text_order="ENDORSED {title}{body} Signed by {judge} on {date}. ({clerk})",
        minutes="Minute Entry. In Person Proceedings held before {judge}: {body} ({clerk})",
        ref="{noun} (Doc. {n})",
        sentences=True,
    ),
    "flsd": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge} on {date}. See attached document for full details. ({abc_low}){entered}",
        text_order="PAPERLESS {title}{body} Signed by {judge} on {date}. ({abc_low})",
        minutes="PAPERLESS Minute Entry for proceedings held before {judge}: {body} ({abc_low})",
        ref="{n} {noun}",
    ),
    "gamd": Habit(
        filing="{title} filed by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Ordered by {judge} on {date}. ({abc_low})",
        text_order="This is a text only entry; no document issued. {title}{body} Ordered by {judge} on {date}. "
        "({abc_low})",
        ref="{n} {noun}",
        judge="US DISTRICT JUDGE {upper}",
    ),
    "ilnd": Habit(
        filing="{title} by {filer}{attachments} {sign}",
        order="{title} Signed by the Honorable {name} on {date}{body} Mailed notice ({abc_low}, )",
        text_order="MINUTE entry before the Honorable {name}: {plain} Mailed notice ({abc_low}, )",
        minutes="MINUTE entry before the Honorable {name}: {body} Mailed notice ({abc_low}, )",
        ref="{noun} [{n}]",
        sentences=True,
        entered="",
    ),
    "lawd": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge} on {date}. (crt,{last}, {a})",
        text_order="ELECTRONIC {title}{body} Signed by {judge} on {date}. (crt,{last}, {a})",
        minutes="ELECTRONIC MINUTES for proceedings held before {judge}: {body} (crt,{last}, {a})",
    ),
    "mad": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="Judge {name}: {title} entered{body} ({clerk}){entered}",
        text_order="Judge {name}: ELECTRONIC {title} entered{body} ({clerk}){entered}",
        minutes="ELECTRONIC Clerk's Notes for proceedings held before {judge}: {body} ({clerk}){entered}",
        ref="{noun} [D. {n}]",
        sentences=True,
        allowed=True,
    ),
    "mdd": Habit(
        filing="{title} by {filer}{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge} on {date}. ({abc_low}, Deputy Clerk){entered}",
        text_order="PAPERLESS {title}{body} Signed by {judge} on {date}. ({abc_low}, Deputy Clerk)",
    ),
    "mnd": Habit(
        order="{title}{body} (Written Opinion) Signed by {judge} on {date}. ({clerk})",
        text_order="(Text-Only) {title}{body} Ordered by {judge} on {date}. ({clerk})",
        minutes="Minute Entry for proceedings held before {judge}: {body} ({clerk})",
        sentences=True,
    ),
    "njd": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge} on {date}. ({abc_low}, )",
        text_order="TEXT {title}{body} So Ordered by {judge} on {date}. ({abc_low}, )",
        minutes="Minute Entry for proceedings held before {judge}: {body} ({abc_low}, )",
        capitals=True,
        text_numbered=False,
        minutes_numbered=False,
    ),
    "nvd": Habit(
        order="{title}{body} Signed by {judge} on {date}. (Copies have been distributed pursuant to the NEF - {clerk})",
        text_order="MINUTE {title} IN CHAMBERS of the Honorable {judge} on {date}. {plain} (no image attached) "
        "(Copies have been distributed pursuant to the NEF - {clerk})",
        minutes="MINUTES OF PROCEEDINGS before {judge} on {date}. {body} (Copies have been distributed pursuant to the "
        "NEF - {clerk})",
        ref="ECF No. {n} {noun}",
        text_numbered=False,
        sentences=True,
    ),
    "nysd": Habit(
        filing="{title}. Document filed by {filer}.{attachments}.{sign}{entered}",
        order="{title}{body} SO ORDERED. (Signed by {judge} on {date}) ({abc_low})",
        text_order="{title}{body} (HEREBY ORDERED by {judge})(Text Only Order) ({abc_low})",
        minutes="Minute Entry for proceedings held before {judge}: {body} ({abc_low})",
        text_numbered=True,
        minutes_numbered=False,
    ),
    "paed": Habit(
        filing="{title}, filed by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} SIGNED BY {judge} ON {date_short}. {date_short} ENTERED AND COPIES E-MAILED.({abc_low})",
        text_order="PAPERLESS {title}{body} SIGNED BY {judge} ON {date_short}. ({abc_low})",
        ref="{noun} (ECF No. {n})",
        sentences=True,
        judge="DISTRICT JUDGE {upper}",
    ),
    "pamd": Habit(
        order="{title}{body} Signed by Honorable {name} on {date_short}. ({abc_low})",
        text_order="DOCKET TEXT {title}{body} Signed by Honorable {name} on {date_short}. ({abc_low})",
    ),
    "txnd": Habit(
        order="{title}{body} (Ordered by {judge} on {date}) ({abc_low})",
        text_order="ELECTRONIC {title}{body} (Ordered by {judge} on {date}) ({abc_low})",
        minutes="ELECTRONIC Minute Entry for proceedings held before {judge}: {body} ({abc_low})",
        ref="{noun} (ECF No. {n})",
        sentences=True,
    ),
    "txsd": Habit(
        filing="{title} by {filer}, filed.{attachments}{sign}{entered}",
        order="{title}{body}(Signed by {judge}) Parties notified.({clerk_full}, 4)",
        text_order="{title}{body}(TEXT ONLY. Signed by {judge}) Parties notified.({clerk_full}, 4)",
        minutes="Minute Entry for proceedings held before {judge}. {body} ({clerk_full}, 4)",
        minutes_numbered=False,
        sentences=True,
    ),
    "txwd": Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        order="{title}{body} Signed by {judge}. ({abc_low})",
        text_order="Text {title}{body} Entered by {judge}. (This is a text-only entry generated by the court. "
        "There is no document associated with this entry.) ({abc_low})",
        text_numbered=False,
    ),
    "vaed": Habit(
        order="{title}{body} Signed by {judge} on {date}. ({abc_low}, ){entered}",
        text_order="DOCKET TEXT {title}{body} Signed by {judge} on {date}. ({abc_low}, )",
        judge="District Judge {name}",
    ),
    "wawd": Habit(
        filing="{title}, filed by {filer}.{attachments} {sign}",
        order="{title}{body} Signed by {judge}. ({clerk})",
        text_order="(DOCKET TEXT {title}) {plain} Authorized by {judge}. ({clerk})",
        minutes="MINUTE ENTRY for proceedings held before {judge}: {body} ({clerk})",
        entered="",
    ),
}

# Offices without a row above type in one of these ways.
_OTHERS = (
    Habit(),
    Habit(
        filing="{title} by {filer}.{attachments} {sign}{entered}",
        text_order="DOCKET {title}{body} Signed by {judge} on {date}. ({abc_low}){entered}",
        ref="{noun} (Doc. # {n})",
        sentences=True,
    ),
    Habit(
        filing="{title} filed by {filer}.{attachments} {sign}{entered}",
        text_order="EO: {title}{body} Signed by {judge} on {date}. ({clerk}){entered}",
        ref="{noun} (D.E. {n})",
        judge="District Judge {name}",
    ),
    Habit(
        order="{title} entered by {judge} on {date}{body} ({abc_low}){entered}",
        text_order="TEXT {title} entered by {judge} on {date}{body} ({abc_low}){entered}",
        ref="{n} {noun}",
        minutes_numbered=False,
    ),
)


def habit(court_id: str) -> Habit:
    """How this court's clerks type."""
    return HABITS.get(court_id) or _OTHERS[sum(map(ord, court_id)) % len(_OTHERS)]


class AppellateHabit(NamedTuple):
    """How a circuit's clerks type: `{text}` wrapped, entry numbers plain or from a running counter of the court."""

    text: str
    number: str
    first_entry: int
    step: int


_ACMS = AppellateHabit("{text} [Entered: {mdy} {clock}]", "{yy}-{serial:04}", 0, 1)
APPELLATE: dict[str, AppellateHabit] = {
    "ca1": AppellateHabit("{text} [{docket}] ({abc}) [Entered: {mdy} {clock}]", "{yy}-1{serial:03}", 108_400_000, 137),
    "ca2": _ACMS,
    "ca3": AppellateHabit("{text} ({abc}) [Entered: {mdy} {clock}]", "{yy}-1{serial:03}", 0, 1),
    "ca4": AppellateHabit("{text} [{docket}] {abc} [Entered: {mdy} {clock}]", "{yy}-6{serial:03}", 1_001_800_000, 211),
    "ca5": AppellateHabit("{text} [{docket}] ({abc}) [Entered: {mdy} {clock}]", "{yy}-30{serial:03}", 0, 1),
    "ca6": AppellateHabit("{text} ({abc}) [Entered: {mdy} {clock}]", "{yy}-3{serial:03}", 0, 1),
    "ca7": AppellateHabit("{text} [{docket}] ({abc}) [Entered: {mdy} {clock}]", "{yy}-2{serial:03}", 0, 1),
    "ca8": AppellateHabit("{text} [{seq}] [{docket}] ({clerk_name})", "{yy}-1{serial:03}", 5_600_000, 93),
    "ca9": _ACMS,
    "ca10": AppellateHabit("[{seq}] {text} [{docket}]", "{yy}-2{serial:03}", 10_011_000_000, 61),
    "ca11": AppellateHabit("{text} [Entered: {mdy} {clock}]", "{yy}-11{serial:03}", 11_013_000_000, 77),
    "cadc": AppellateHabit("{text} [{docket}] [Entered: {mdy} {clock}]", "{yy}-5{serial:03}", 2_150_000, 41),
    "scotus": AppellateHabit("{text}", "{term}A{serial}", 0, 1),
}
