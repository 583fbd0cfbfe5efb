"""The invented people: petitioners of many languages, judges, lawyers, wardens, holders of offices. Nobody here exists.

Petitioners are drawn by dice. Judges, lawyers and wardens belong to a court and are the same in every run, so that one
judge has many cases. `tests/fetch/test_fictional.py` holds the judges' names against the real bench.
"""
import functools
import unicodedata
from typing import NamedTuple

from .courts import CIRCUITS, COURTS
from .dice import Dice


class Person(NamedTuple):
    """Somebody invented. `title` is Mr. or Ms.; `country` is where a petitioner is from, else ""."""

    given: str
    family: str
    title: str = ""
    country: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def formal(self) -> str:
        return f"{self.title} {self.family}".strip()

    @property
    def signature(self) -> str:
        """As CM/ECF signs a filing: "Family, Given"."""
        return f"{self.family}, {self.given}"

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in f"{self.given} {self.family}".replace("-", " ").split())


class Culture(NamedTuple):
    """Where names come from. `surnames` > 1: a person has that many of them."""

    weight: int
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    countries: tuple[str, ...]
    surnames: int = 1


def _words(text: str) -> tuple[str, ...]:
    """Names separated by blanks; an underscore stands for a blank inside a name."""
    return tuple(word.replace("_", " ") for word in text.split())


CULTURES = (
    Culture(
        9,
        _words("Yesenia Maribel Rosalba Dulce_María Ana_Lucía Flor_de_María Nohemí Xiomara Blanca_Estela Karla_Inés"),
        _words("Wílmer Edgardo Josué_Amílcar Elmer_Noé Óscar_René Marvin_Alexánder Nelson_Geovani Rigoberto Yovani"),
        _words("Argueta Canizález Bonilla Chacón Menjívar Orellana Portillo Rivas Umaña Zelaya Ventura Guardado "
        "Escobar"),
        _words("El_Salvador Honduras Guatemala Nicaragua"),
        2,
    ),
    Culture(
        5,
        _words("María_Fernanda Lizbeth Paola_Itzel Guadalupe Rocío Alondra Brenda_Citlali"),
        _words("José_Ángel Juan_Manuel Efrén Cuauhtémoc Raúl_Iván Fermín Heriberto Martín"),
        _words("Villaseñor Zepeda Ibáñez Arreola Cházaro Tlapale Xolocotzi Quiñones Bárcenas Luévano Márquez Ocegueda"),
        _words("Mexico"),
        2,
    ),
    Culture(
        4,
        _words("Nayeli Sisa Tránsito Luz_Clarita Rosa_Elvira Inti_Raymi"),
        _words("Segundo_Manuel Klever_Iván Rumiñahui Jaime_Vinicio Luis_Amable Byron_Stalin"),
        _words("Guaillas Chimborazo Tenesaca Yupangui Caguana Lligüi Paucar Morocho Sinchi Huaraca"),
        _words("Ecuador Peru"),
        2,
    ),
    Culture(
        4,
        _words("Yuleisy Mariángel Greismar Osmary Daniuska Yorgelis"),
        _words("Yeferson Leomar Wuilker Darwin_José Eliézer Keiber Maikel_David"),
        _words("Urdaneta Colmenares Pirela Bracho Ferrebús Villasmil Oñate Granadillo Querales Parababire"),
        _words("Venezuela Colombia Cuba"),
        2,
    ),
    Culture(
        2,
        _words("Jussara Edilene Rosângela Kauany Luzinete"),
        _words("Jailson Thiago_Henrique Wanderley Cleiton Edvaldo Antônio_Marcos"),
        _words("Assunção Brandão Quintanilha Sampaio Tavares Guimarães Lacerda Fagundes"),
        _words("Brazil"),
    ),
    Culture(
        2,
        _words("Woodline Mirlande Guerda Fabienne Nadège Rose-Laure"),
        _words("Wisly Jean-Renel Dieudonné Frantzy Ricardeau Pierre-Louis"),
        _words("Saint-Fleur Desrosiers Télémaque Charlestin Jean-Noël Polynice Exantus Dorvilus"),
        _words("Haiti"),
    ),
    Culture(
        3,
        _words("Aminata Fatoumata_Binta Abena Chiamaka Kadiatou Mariama"),
        _words("Mamadou_Lamine Ousmane Kwabena Emeka Ibrahima_Sory Souleymane Kofi Tijani"),
        _words("Diakhaté Sidibé Ouattara Boateng Nwachukwu Bangoura Coulibaly Keïta Agyeman Oyelowo Jallow"),
        _words("Senegal Guinea Ghana Nigeria Mali The_Gambia"),
    ),
    Culture(
        1,
        _words("Selamawit Hodan Tigist Ayaan"),
        _words("Tesfalem Abdirahman Yonas Mahad Biniam"),
        _words("Gebremedhin Warsame Woldeab Farah_Nur Hagos Asefa Cawaale"),
        _words("Eritrea Somalia Ethiopia"),
    ),
    Culture(
        3,
        _words("Harpreet Sukhleen Anjali Nusrat Parminder"),
        _words("Gurjant Mandeep Rajwinder Tariqul Bishnu_Prasad Lovepreet Karamjit"),
        _words("Dhaliwal Sandhu Brar Chowdhury Adhikari Randhawa Bhandari Gill Talukder"),
        _words("India Bangladesh Nepal"),
    ),
    Culture(
        2,
        _words("Xiulan Meiqi Yanfang Thu_Hà"),
        _words("Zhiqiang Guowei Haoran Jianfeng Văn_Dũng Quang_Huy"),
        _words("Ouyang Zhuang Xue Liao Fang Trương Đặng Huỳnh Qiu"),
        _words("China Vietnam"),
    ),
    Culture(
        2,
        _words("Rawan Hanan Zohreh Sahar Laleh"),
        _words("Abdulkarim Haitham Mustafa_Amin Farhad Najibullah Yousef"),
        _words("al-Khalidi Haddadin Barakzai Shaheen Mansouri El-Ghazali Noorzai Qasemi"),
        _words("Afghanistan Iran Jordan Morocco"),
    ),
    Culture(
        2,
        _words("Oksana Daryna Gulnara Nino Zarina"),
        _words("Ruslan Vladyslav Zurab Azamat Timur Sergei Bakhtiyor"),
        _words("Kovalchuk Rakhimov Tsiklauri Baimuratov Zhdanovich Mirzoyev Lysenko Abdullaev"),
        _words("Russia Ukraine Georgia Uzbekistan Kyrgyzstan"),
    ),
)
_URN = tuple(culture for culture in CULTURES for _ in range(culture.weight))


def petitioner(dice: Dice) -> Person:
    """Somebody held, or suing."""
    culture = dice.pick(_URN)
    woman = dice.chance(0.3)
    given = dice.pick(culture.women if woman else culture.men)
    first = dice.below(len(culture.families))
    second = (first + dice.between(1, len(culture.families) - 1)) % len(culture.families)
    family = " ".join(culture.families[place] for place in (first, second)[: culture.surnames])
    return Person(given, family, "Ms." if woman else "Mr.", dice.pick(culture.countries))


def relative(dice: Dice, person: Person) -> Person:
    """A member of the family, with the first of the surnames."""
    other = petitioner(dice)
    return Person(other.given, person.family.split()[0] if " " in person.family else person.family, other.title)


@functools.cache
def without_accents(name: str) -> str:
    """As captions have it: "Muñoz Ibáñez" -> "Munoz Ibanez"."""
    plain = name.replace("Đ", "D").replace("đ", "d")
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def forms(person: Person, capitals: bool) -> list[str]:
    """Every way this person's name is written on a docket of this court."""
    name, family = (person.name.upper(), person.family.upper()) if capitals else (person.name, person.family)
    short = person.family.split()[0]
    written = [name, family, person.name, person.family, person.formal, person.signature, f"{person.title} {short}"]
    return sorted({form for one in written for form in (one, without_accents(one))})


GIVEN = _words(
    "Abelard Adaora Alisoun Ambrose Annika Anselm Araminta Bartholomew Beatrix Benedikta Bertrand Calliope Casimir "
    "Cordelia Cosmo Cyprian Delphine Dorothea Eamon Eleonora Emmerich Esperanza Eudora Evander Fenella Florian Ginevra "
    "Godfrey Greta Halvard Hesper Horatio Ignacio Imogen Ingeborg Isolde Jericho Jocasta Kenji Kerensa Lavinia Leopold "
    "Lucasta Magnus Marcellus Mehetabel Minerva Nanami Nathaniel Nerissa Octavia Orlando Ottilie Percival Perpetua "
    "Philippa Quentin Ravindra Rosamund Rupert Saoirse Selwyn Septimus Sunniva Tabitha Thaddeus Theodora Torvald "
    "Ursula "
    "Valentin Wenceslas Winifred Xanthe Yevgenia Zacharias Zenobia"
)
FAMILY = _words(
    "Abernethy-Cole Ackersly Aldwinkle Amberforth Ashgrove-Lind Backhouse Bellwhistle Birtwhistle Blackmere "
    "Bramblewick "
    "Brightwater Brockenhurst Cadwalder Calloway-Stein Candlewick Carrowmore Chesterblade Cinderford Coldstream "
    "Copperthwaite Cragmoor Dapplemere Darnwick Dellacroce Dovercourt Dunmorrow Eastlake-Roy Ellingsworth Elmsgrave "
    "Fairweather-Obi Farthingdale Featherstonehaugh Fernihough Flintlock Foxcombe Frostick Gallowglass Garnethill "
    "Glasswright Goldenberry Gravenhurst Greenhalgh-Ito Grimshaw-Diaz Hallowmere Harkaway Hathersage Hawksbury "
    "Heatherington "
    "Hollinghurst Honeychurch Icklesham Ironside-Park Jessamy Juniperson Kettlewick Kingswater Knottingley Lambswood "
    "Langstroth Larkhill Lightbourne Linchmere Lockhaven Lovelock-Mehta Marchbanke Meadowcroft Merriweather-Cruz "
    "Millthorpe "
    "Moonlight Mossbrook Netherby Nightingale-Wu Northwick Oakapple Oldershaw Orchardson Osgodby Otterburn "
    "Pendlebury-Sato "
    "Pepperdene Pinkerwell Plumtree Quarrington Quillfeather Ravenscar Redfern-Achebe Rosethorne Rumbelow Saltmarsh "
    "Sandalwood Scattergood Silverdale Snowdrop-Hart Starkweather Stonehewer Sweetapple Tanglewood Thistlethwaite "
    "Thornquist-Bey Tidewater Trelawney-Okoro Twelvetrees Underhay Vandermolen Venables-Kim Wainscott Waterfield "
    "Wetherspoone "
    "Whitlocke Wildgoose Winterbourne Wolfenden Woolstencroft Wyndlestraw Yardarm Yellowley Zephyrson"
)
_POSTS = 24
_SEATS = {court: place for place, court in enumerate((*COURTS, *CIRCUITS))}


def _invented(court_id: str, post: int) -> Person:
    """The person on a court's post (0-23): the same in every run; no two posts of all courts share a name."""
    # 5003 has no factor in common with the number of pairs, so the walk meets each pair once.
    pair = (_SEATS[court_id] * _POSTS + post) * 5003 % (len(GIVEN) * len(FAMILY))
    return Person(GIVEN[pair // len(FAMILY)], FAMILY[pair % len(FAMILY)])


def _with_middle(person: Person, letter: int) -> Person:
    return Person(f"{person.given} {chr(65 + letter % 25)}.", person.family)


@functools.cache
def judge(court_id: str, seat: int) -> Person:
    """A district judge (seats 0-5) or circuit judge; some go by a middle initial."""
    person = _invented(court_id, seat)
    return _with_middle(person, seat * 7 + len(court_id)) if seat % 2 else person


@functools.cache
def magistrate(court_id: str, seat: int) -> Person:
    return _invented(court_id, 6 + seat)


@functools.cache
def advocate(court_id: str, desk: int) -> Person:
    """A lawyer who appears for petitioners in this court."""
    return _invented(court_id, 8 + desk)


@functools.cache
def government_lawyer(court_id: str, desk: int) -> Person:
    return _invented(court_id, 14 + desk)


@functools.cache
def warden(court_id: str, gate: int) -> Person:
    return _invented(court_id, 18 + gate)


@functools.cache
def clerk(court_id: str, desk: int) -> Person:
    return _invented(court_id, 20 + desk)


class Office(NamedTuple):
    """A public office and its invented holders: (from, holder), the last that began counts."""

    title: str
    holders: tuple[tuple[str, Person], ...]

    def holder(self, day: str) -> Person:
        """Who held it on `day` (ISO)."""
        return [person for since, person in self.holders if since <= day][-1]


OFFICES = {
    "dhs": Office(
        "Secretary, U.S. Department of Homeland Security",
        (("0000", Person("Wilhelmina", "Stroudwater")), ("2026-02-17", Person("Ambrose", "Featherling"))),
    ),
    "ag": Office("Attorney General of the United States", (("0000", Person("Cornelius", "Hathersedge")),)),
    "ice": Office(
        "Acting Director, U.S. Immigration and Customs Enforcement",
        (("0000", Person("Lysander", "Oakenfold")), ("2025-09-02", Person("Prudence", "Varnhagen"))),
    ),
    "cbp": Office("Commissioner, U.S. Customs and Border Protection", (("0000", Person("Thaddea", "Mortlock")),)),
    "state": Office("Secretary of State", (("0000", Person("Gideon", "Larkspur")),)),
}


@functools.cache
def field_director(court_id: str) -> Person:
    """The field office director whose office covers the district."""
    return _invented(court_id, 22)


FACILITIES = (
    "Cedar Hollow Detention Center", "Prairie Bend Processing Center", "Saltgrass Detention Facility",
    "Two Rivers Processing Center", "Stillwater Flats Detention Center", "Mesquite Gate Processing Center",
    "Longleaf Detention Facility", "Harrow County Jail", "Windrow Correctional Center", "Pinyon Ridge Detention Center",
    "Blue Heron Processing Center", "Lantern Bay Detention Facility", "Copper Wash Detention Center",
    "Old Mill Correctional Institution", "Tamarack County Jail", "Ironwood Detention Center",
)  # fmt: skip


def facility(court_id: str, gate: int) -> str:
    """The invented place of detention behind `gate` (0 or 1) of a district."""
    return FACILITIES[(sum(map(ord, court_id)) * 2 + gate) % len(FACILITIES)]
