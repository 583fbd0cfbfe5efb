"""Closed word lists of `privacy`: what a word is when it is not somebody's name.

All words are folded: lower case, no accents, no apostrophes. Each list says what belonging to it means; a word may
stand in several. Words are data here: to mend over- or under-hiding, look for the word first.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words("""
    de del dela della delle di du des da das do dos la las le los lo el al ul van von der den ter ten zu zur bin bint
    binti ibn ben
""")
"""Small words inside names: no initial is taken from them, alone they are nobody's name."""

HYPHENATED_PARTICLES = _words("ad ar as ash at an az ur")
"""The Arabic article as it is written before some letters: particles only before a hyphen (As-Sadiq)."""

GENERATIONS = _words("jr sr ii iii iv")
SUFFIXES = GENERATIONS | _words("esq esquire md phd")
UNNAMED = _words("fnu lnu")
"""First name unknown, last name unknown."""
HONORIFICS = UNNAMED | _words("mr mrs ms miss mx dr rev reverend senor senora sra")
"""Before a name, and no part of it."""

PLACEHOLDERS = _words("doe does roe moe")
PLACEHOLDER_COMPANIONS = _words("""
    john jane j james janet jack joe juan juana mary richard baby minor child student parent sister brother father
    mother petitioner plaintiff applicant appellant appellee respondent detainee and arizona
""")
"""Beside Doe or Roe these make a pseudonym. Any other given name may be a person whose surname is Doe."""

ROLES = _words("""
    petitioner petitioners plaintiff plaintiffs applicant applicants appellant appellants appellee appellees movant
    movants detainee detainees claimant claimants intervenor intervenors
""")
PROTECTED_ROLES = ROLES | _words("next friend guardian objector")
KEPT_ROLES = _words("respondent respondents defendant defendants")
BYSTANDER_ROLES = _words("amicus curiae special master mediator adr provider trustee receiver monitor reporter service")

RELATIVES = _words("""
    wife husband spouse fiance fiancee mother father parent parents stepmother stepfather sister sisters brother
    brothers sibling siblings son sons daughter daughters stepson stepdaughter child children infant baby toddler
    newborn uncle aunt cousin cousins nephew niece grandmother grandfather grandparents grandson granddaughter guardian
    sponsor girlfriend boyfriend minor minors godmother godfather inlaw widow widower partner stepbrother stepsister
    stepchild stepchildren grandchild grandchildren grandparent grandmothers uncles aunts nephews nieces sponsors
    fiances guardians twin twins triplets newborns toddlers esposo esposa hijo hija hijos hijas madre hermano
    hermana hermanos hermanas abuelo abuela tio tia sobrino sobrina novio novia suegro suegra cunado cunada companero
    companera kin
""")
"""A name beside one of these is a relative's (or a child's) and is hidden whoever the petitioner is."""

ACQUAINTANCES = _words("""
    witness witnesses friend friends neighbor neighbors neighbour roommate roommates coworker coworkers colleague
    employer pastor priest imam landlord custodian obligor surety victim victims beneficiary caregiver caretaker
    classmate cellmate cellmates
""")
"""A full name after one of these is that of somebody who stands near the case, unless an office stands before it."""

LIVES_WITH = _words("""
    married marriage engaged engagement divorced divorce separated lives living reside resides residing residence
    household home
""")
"""With "to", "with", "of" or "from" after them these announce whom somebody lives or lived with."""
NUMBERED = _words("article title chapter part count section exhibit amendment volume exh ex class phase")
"""Before a roman numeral."""

LETTERS = _words("letter letters")
DECLARATIONS = LETTERS | _words("""
    declaration affidavit statement testimony declarations affidavits statements decl decls aff affs deposition
    depositions
""")

PAPERS = _words("""
    passport passports id identification visa visas card cards returns certificate certificates cedula acta nacimiento
    photograph photographs photo photos picture pictures lease mortgage diploma transcript transcripts license resume
    stubs
""")
"""A full name after "of" or "de" and one of these is that of whoever the paper is about."""
CARE = _words("care sponsored posted cosigned")
"""With "of" or "by" after them these announce who takes somebody in."""
CARES = _words("cares cared caring")
"""With "for" after them these announce whom somebody looks after."""
AGES = _words("age aged ages")

CALLED = _words("name named identified spelled caption")
"""A full name after one of these, with or without "is", "as" or "to" between, is another name of somebody's."""

SINGLED_OUT = _words("noncitizen noncitizens alien aliens individual individuals")
"""A full name after one of these is that of one of many whom a suit or an order is about."""

HAPPENS_TO = _words("""
    release releasing released remove removing removed removal return returning deport deporting deported deportation
    detain detaining detained transfer transferring transferred
""")
"""A full name after one of these, with or without "of", is that of the person it happens to."""

UNDELIVERED = _words("mailed undeliverable undelivered")
"""A full name after one of these, with or without "to" or "as to", is that of whom the court writes to."""
RECEIVED = _words("bond bail fee fees letter letters correspondence payment mail")
"""With "received from" after them these announce whoever is no lawyer."""

OFFICES = _words("""
    judge judges justice magistrate honorable hon warden sheriff secretary director commissioner attorney attorneys
    ausa sausa general clerk officer jailer administrator superintendent marshal governor mayor chief agent president
    counsel deputy captain lieutenant sergeant commandant colonel reporter interpreter esq senator congressman
    congresswoman representative sddo fod afod chairman professor doctor dr
""")
"""Before a name these make it an official's or a lawyer's."""

PUBLIC_OFFICES = _words("""
    judge magistrate warden sheriff commissioner attorney attorneys ausa sausa officer jailer marshal counsel esq
    esquire sddo fod afod director
""")
"""After a name and a comma these make it an official's or a lawyer's; "Professor" may be a friend's."""

OFFICES_AS_PARTY = _words("""
    warden sheriff secretary director commissioner superintendent president governor mayor jailer administrator acting
    attorney chief facility officer
""")

NOBODY = _words("""
    all other others matter application petition complaint motion writ habeas corpus mandamus putative proposed
""")
"""What is left of a caption without its names: none of these alone is a person."""

CORPORATE_SUFFIXES = _words("inc incorporated llc llp ltd corp corporation pllc plc")

ORGANISATIONS = CORPORATE_SUFFIXES | _words("""
    company companies association associations assn alliance coalition union unions project network foundation fund
    center centers centre centro clinic council committee conference congress convention diocese archdiocese ministries
    ministry mosque synagogue university college school schools district department dept agency bureau office
    administration service services servicios commission board authority state states county city town township village
    borough commonwealth government govt united society societies institute league federation organization organisation
    communities community families workers trabajadores unidos campesinos advocates advocacy lawyers legal rights press
    media newspaper newspapers news publishing club party trustees partners partnership group holdings industries
    enterprises systems hospital health charities relief jail prison police customs enforcement immigration immigrant
    immigrants refugee refugees usa dhs uscis cbp eoir doj irs fbi hhs aclu raices funds voters international national
    american haitian catholic initiative action citizens residents tenants students professors colaborativa pueblo
    indians nation tribe museum insurance mortgage restaurant construction entertainment records recording pharma
    pharmaceuticals laboratories technologies technology solutions management properties realty products stores chapter
    local teamsters oversight watch defenders refuge sanctuary border borders bar newcomers currency property account
    vehicle parcel premises search warrants warrant petitions audio feed application mennonite episcopal lutheran
    baptist methodist presbyterian quaker jewish islamic muslim hispanic latino latina leadership litigation securities
    antitrust liability derivative proceedings aerospace agricultural implement ferc nlrb ltda gmbh airlines motors
    financial capital investment investments trust bancorp bank aid mutual solidarity collective cooperative caucus
    movement campaign shelter congregation consortium iglesia comunidad familias unidas abogados farmworkers laborers
    dreamers survivors veterans hotline helpline guild unidad comite alianza coalicion asociacion federacion fundacion
    proyecto sindicato cooperativa colectivo observers scholars brotherhood fellowship academy seminary library theatre
""")
"""One of these in a name and it is no natural person's, unless it may be a surname and the rest are no words."""

OPENINGS_OF_ORGANISATIONS = _words("""
    unidad comite alianza coalicion asociacion federacion fundacion proyecto sindicato centro guild
""")
"""What follows one of these is an organisation's name, not a person's."""

SURNAMES_OF_ORGANISATIONS = _words("""
    bank bureau bar town border borders action trust watch nation pueblo union club village local fund media health
    project city state station temple office board party holdings
""")

ORGANISATIONS_OF_ONE_WORD = _words("""
    us usa ice dhs uscis cbp eoir doj irs fbi hhs orr bia aclu raices casa sec epa ferc nlrb government alabama alaska
    arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming guam
""")
"""Alone on a side of a caption these are no surname; any other single word may be one (Bank, Hall, Cleveland)."""

STATES_OF_TWO_WORDS = frozenset({
    ("new", "hampshire"), ("new", "jersey"), ("new", "mexico"), ("new", "york"), ("north", "carolina"),
    ("north", "dakota"), ("puerto", "rico"), ("rhode", "island"), ("south", "carolina"), ("south", "dakota"),
    ("west", "virginia"),
})

FUNCTION_WORDS = _words("of for the with against")
LOWER_FUNCTION_WORDS = _words("to on in at")
"""Inside a name: an organisation's ("Make the Road", "Friends of …"); the latter only in small letters (To, On, In)."""

FACILITIES = _words("""
    detention processing correctional corrections jail prison county parish penitentiary courthouse division annex
    residential ice federal
""")
FACILITY_KINDS = _words("""
    center centre facility annex complex jail prison county parish penitentiary courthouse division building
    institution institute camp
""")
PLACE_OPENINGS = _words("san santa santo saint st fort ft port mount mt")
PLACE_PAIRS = frozenset({
    ("los", "angeles"), ("las", "vegas"), ("el", "paso"), ("el", "centro"), ("del", "rio"), ("la", "salle"),
    ("new", "orleans"), ("new", "york"), ("new", "haven"), ("new", "bedford"), ("new", "britain"),
    ("baton", "rouge"), ("rio", "grande"), ("des", "moines"), ("puerto", "rico"), ("el", "salvador"), ("costa", "rica"),
})

ABBREVIATIONS = _words("""
    ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la li ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or
    pa pr ri sc sd tn tx us ut va vi vt wa wi wv wy
""")
"""In two capitals these are places (LI, MA); any other two capitals that are somebody's name are that name."""

MONTHS = _words("january february march april may june july august september october november december")

PLACES = _words("""
    alabama alaska arizona arkansas california carolina colorado connecticut columbia dakota delaware florida georgia
    hampshire hawaii idaho illinois indiana iowa jersey kansas kentucky louisiana maine maryland massachusetts mexico
    michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania rhode tennessee
    texas utah vermont virginia washington wisconsin wyoming york guam afghanistan albania algeria angola argentina
    armenia azerbaijan bangladesh belarus belize benin bolivia brazil bulgaria burma burundi cambodia cameroon canada
    chad chile china colombia congo cuba djibouti ecuador egypt salvador eritrea eswatini ethiopia france gambia
    germany ghana greece guatemala guinea guyana haiti honduras india indonesia iran iraq ireland israel italy jamaica
    japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos lebanon lesotho liberia libya mali mauritania
    moldova mongolia morocco mozambique myanmar nepal nicaragua niger nigeria pakistan palestine panama paraguay peru
    philippines poland portugal romania russia rwanda senegal serbia somalia spain sudan suriname syria taiwan
    tajikistan tanzania thailand togo trinidad tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela
    vietnam yemen zambia zimbabwe africa europe asia america atlanta baltimore bakersfield boise boston bronx brooklyn
    buffalo burlington camden charleston chicago cincinnati cleveland columbus denver detroit eloy fresno hartford
    honolulu houston indianapolis jena lumpkin manhattan memphis miami milwaukee minneapolis nashville newark oakland
    omaha philadelphia phoenix pittsburgh portland providence richmond sacramento seattle tacoma tampa tucson tulsa
    wichita yuma adelanto otay mesa dilley karnes conroe vegas
""")
"""States, countries and seats of courts: as a part of a name they need company before they are taken for it."""

WEAK_GIVEN = _words("""
    may will grant mark rose virginia georgia carolina jordan israel chad april june august justice faith grace hope
    joy dean drew frank art bill pat rich guy sue christian young day king price long law case bond judge page
""")
"""Ordinary words that are given names or surnames too: two of them together may be a person."""

NAMES_TOO = WEAK_GIVEN | PLACES | _words("""
    best black cross early english favor field good grand hall hand house light little major man noon parish place
    point post power race read rest right road said self short small stage strong true trust valley village way welcome
    wish word church banks bank rivers freedom liberty son long temple state street
""")
"""Ordinary words that go on a name where a name is announced ("his sister Virginia Hall")."""

TERMS = _words("""
    bond case law judge justice page bill price state street church hall house day field good hand light major noon
    parish place point post power race read rest right road said self short stage trust valley village way word temple
    favor cross bank english early best freedom liberty true
""")
"""Of these names the words that clerks write with a capital in mid-sentence ("set Bond at"): names where announced."""

VERBS = _words("grant mark will may sue wish welcome hope")
"""Of these names the words that follow "to" as verbs ("Motion to Grant")."""

BEFORE_A_PERSON = _words("""
    releasing release released detaining detain detained deporting deport deported transferring transfer transferred
    arresting arrested represent represents representing named alias aka
""")
"""Right before an ordinary word in running text these make it the name of somebody it happened to."""

OF_A_PERSON = _words("""
    behalf release custody detention deportation transfer declaration affidavit statement testimony deposition arrest
    interview parole counsel family wife husband mother father son daughter brother sister photograph photo
""")
"""With "of" after them these make an ordinary word a name: "custody of Grant"."""

OF_A_CASE = _words("petition case matter family motion declaration affidavit decision letter brothers sisters children")
"""After "the" and a name: "the Long petition"."""

DOES_AS_A_PERSON = _words("""
    moves seeks alleges argues contends asserts testified testifies resides requests sues fled arrived waives opposes
    claims pleads wants lives
""")
IS_AS_A_PERSON = DOES_AS_A_PERSON | _words("""
    is was shall has had filed files appeals appealed requested remains appeared appears entered must will may did does
    moved waived opposed sought
""")
"""At the head of a sentence an ordinary word before one of these is a name; before the former even one of TERMS."""

DETERMINERS = _words("the a an this these those its any each every no some his her their our my your such")
WHERE = _words("in at near from outside")
BEFORE_A_LIST = WHERE | _words("to of since until during through and between")
BEFORE_A_PLACE = _words("to in from of at into near through via and or for within outside between")
BEFORE_A_MONTH = _words("""
    in on by until till through since before after of late early mid this last next for from to and
""")

MEDICAL = _words("""
    medical psychological psychiatric psychologist psychiatrist psychosocial hospital hospitalization hospitalized
    physician doctor diagnosis diagnosed diagnoses prescription prescriptions therapy therapist hiv aids pregnancy
    pregnant ultrasound clinical surgery cancer diabetes seizure seizures ptsd suicide suicidal disability birth
    marriage divorce death adoption custody baptism baptismal immunization vaccination school pediatric pediatrician
    prenatal mental autism miscarriage illness disease family families wedding familial
""")
"""Words that may make an attachment's title a medical or a family document (see `details`)."""

STREETS = _words("""
    street st avenue ave av road rd boulevard blvd lane ln drive dr terrace parkway pkwy highway hwy box apt apartment
    calle camino avenida paseo route
""")
DETAIL_WORDS = STREETS | _words("""
    rue mri dna acta sonogram sonograms card cards ray rays iep rape dental lab labs wife husband spouse child children
    son daughter anemia lupus stroke strokes ekg ecg discharge aids eclampsia liver lung thyroid pacemaker colostomy
    hemodialysis haemodialysis cerebral abortion kill victim raped molested trafficked tortured transgender gender gay
    lesbian bisexual bisexuality homosexual homosexuality queer binary nonbinary reside resides resided residing lives
    lived living
""")
DETAIL_STEMS = (
    "medic", "psych", "hospital", "physician", "doctor", "diagnos", "prescri", "therap", "treatment", "hiv",
    "pregnan", "prenatal", "ultrasound", "clinical", "surg", "cancer", "diabet", "seizure", "ptsd", "suicid",
    "disabilit", "mental", "autis", "miscarr", "illness", "disease", "birth", "marriage", "death", "baptism", "wedding",
    "divorce", "adoption", "custody", "immuni", "vaccin", "school", "pediatr", "paediatr", "famil", "suffer", "tested",
    "insulin", "dialys", "epilep", "wheelchair", "sexual", "injur", "chemo", "biops", "tumor", "asthma", "cardi",
    "hypertens", "kidney", "hygien", "oncolog", "radiolog", "neurolog", "allerg", "health", "enrol", "individualiz",
    "transplant", "postpartum", "surviv", "disorder", "syndrome", "tubercul", "leukem", "lymphom", "hepatit", "renal",
    "heart", "trauma", "schizo", "bipolar", "depress", "anxiety", "dementia", "domestic", "parents", "mother", "father",
    "preeclamp", "sickle", "fibroid", "cirrho", "scleros", "parkinson", "obstetr", "gynecol", "hematol", "ophthalm",
    "fractur", "amputat", "paternity", "arthrit", "glaucoma", "migraine", "anaemi", "leukaem", "tumour", "posttrauma",
    "dysphor",
    "crohn", "gout", "apn", "hernia", "ulcer", "paraly", "parapleg", "quadripleg", "prosthe", "coma", "appendic",
    "appendec", "hysterec", "mastec", "pancreat", "mening", "bronch", "colitis", "cesarean", "blood", "alcohol",
    "addict", "abuse", "amputee", "breast", "lactat", "blind", "deaf", "mute", "cogniti", "panic", "eating", "mood",
    "personality", "autoimmun", "gallbladder", "bladder", "stones", "anemi",
)
"""No address, medical fact or personal document is in a text without one of DETAIL_WORDS or one that begins so."""

ORDINARY = PLACES | MONTHS | OFFICES | ROLES | KEPT_ROLES | RELATIVES | DECLARATIONS | FACILITIES | _words("""
    a able about above accelerated accept acceptance accepted accepting accepts access accessed accompanying accordance
    account acknowledge acknowledgement acknowledgment acting action actions active activity ad add added adding
    addition additional address addressed addressing adequate adjourn adjourned adjournment adjudicate adjudication
    adjust adjustment admin administered administration administrative administrator admission admit admitted adopt
    adopted adopting adoption adopts advance adversary adverse advice advise advised advisement advises advising
    advisory advocate aff affairs affd affect affidavit affirm affirmance affirmative affirmed affirming after
    afternoon afterward again against age agency agenda agree agreed agreement agreements aid aka al alert alien
    alienage aliens alj all allegation allegations allege alleged alleging allocate allotted allow allowance allowed
    allowing allows along already also alter alternate alternative although always am amend amended amending amendment
    amendments amends american americans amicus among amount amounts an and ankle annex annual anonymous anonymously
    another answer answered answering answers anticipated any ao ap app appeal appealed appeals appear appearance
    appearances appeared appearing appears appellate appendices appendix applicable application applications applied
    applies apply applying appoint appointed appointing appointment appoints appropriate approval approve approved
    approves approving approximately arbitration are area argue argued arguing argument arguments arising arm around
    arraignment arrange arranged arrangements arrest arrested arrests arrival article articles as asian ask asked
    asking asks assembly assert asserted asserting assess assessed assessment asset assets assign assigned assigning
    assignment assist assistance assistant associate associated association asst assurance asylee asylees asylum at
    atch attach attached attaches attachment attachments attempt attend attendance attended attn atty attys audience
    audio authentication author authority authorization authorize authorized authorizing automatic automatically
    availability available avenue avoid award awarded aware away back background bail ban bands bank bar bars based
    basis be bean bear became because become been before began begin beginning begins behalf being below bench
    beneficiary benefit best between beyond bid bill billing binding biometric bishops black board bodies body bond
    bonds book booking books border both boulevard bound box branch breach break brf brief briefed briefing briefings
    briefs bring brings broad brought budget building burden bureau bus business businesses but by calculation calendar
    calendared call called calling calls came campus can cancel canceled cancellation cancelled cancelling cannot cap
    capacity capias caption captioned captions card care careful carefully carrier carry case caseload cases cash
    category catholic cause causes caution cdcr cease ceased cell censure census center central cert certain
    certificate certificates certification certified certify certifying cfr challenge challenged challenges challenging
    chamber chambers chancery change changed changes chapter character charge charged charges chart check checked
    checkin checkins checks chicago choice church circuit circumstances citation citations cite cited citing citizen
    citizens citizenship city civil civilian claim claims clarification clarify clarifying class classes classification
    clause clear clearance cleared clerical client clients clinic close closed closely closes closing closure cm
    coalition coast code collateral colleague colleagues collected collection collective come comes coming comm
    commander commence commenced commencement comment comments commercial commissary commission commit commitment
    committed committee common commonwealth communicate communication communications community companion company compel
    compelled compelling compensation competency complain complaint complaints complete completed completely completing
    completion compliance compliant complied complies comply complying computation computer con concern concerning
    concerns conclude concluded concludes conclusion concur concurrence concurrent concurring condition conditional
    conditionally conditions conduct conducted conducting conf confer conference conferences conferred confession
    confidential confidentiality confined confinement confirm confirmation confirmed confirming confirms conflict
    conflicts conformance congress connection consent consented consents consequences conservator consider
    consideration considered considering considers consist consistent consists consolidate consolidated consolidating
    consolidation constitute constitutes constitution constitutional construe construed consul consulate consult
    consultation consumer cont contact contacted contain contained containing contains contd contemplated contempt
    content contention contentions contents contest contested continuance continue continued continues continuing
    continuous contract contractor contractors contracts contrary control convene convention converted convict
    convicted conviction convictions cooperation coordinate coordinated copied copies copy copyright core corporate
    corporation corpus corr correct corrected correcting correction correctional corrections correctly correspondence
    cost costs could council count counter counterclaim counterclaims countries country counts county course court
    courtesy courthouse courtroom courts cover covered covers cp cr create created credible credit crime criminal cross
    ctrm cure curiae current currently custodial custodian custody customs cut cv cycle daily damage damages data date
    dated dates day days dba de deadline deadlines deal dear death debt dec decide decided decides deciding decision
    decisions decl declarant declaration declaratory declare declared declares decline declined declines declining
    decree deem deemed deems def default defend defendants defender defenders defending defense defer deferred defers
    deficiencies deficiency deficient define defined definition defs deft defts degree delay delayed delays delegate
    delete deleted deliver delivered delivery demand demands democracy democratic demonstrate denial denials denied
    denies deny denying dep depart department departure depending deponent deport deportable deportation deportations
    deported deporting deposed deposit deposited deposition depositions dept deputies derived described describes
    description designate designated designates designation desk detail detailed details detain detained detainer
    detaining detains detention determination determinations determine determined determines determining deterrence
    develop development device dft dfts dialed did differ difference different digital diligence diplomatic dire direct
    directed directing direction directions directive directives directly directorate directs disability disabled
    disagree disapproved disbursement disc discharge discharged discharging disclose disclosed disclosure disclosures
    discontinue discover discovery discretion discretionary discuss discussed discussing discussion discussions dism
    dismiss dismissal dismissals dismissed dismisses dismissing disp display dispose disposed disposes disposing
    disposition dispositive dispute disputed disputes disqualification disqualify disregard disseminate dissent
    dissenting dissolution dissolve dissolved dissolves dissolving dist distribute distributed distribution district
    districts div diversity divide divided divisional dkt do doc docket docketed docketing dockets doctors document
    documentary documentation documents does doing domestic done double doubt down download draft drafted drawn drive
    driver drop dropped due duly duplicate duplicates duration during duties duty each ead earlier earliest early ecf
    economic edit edited education effect effected effective effects effort efforts eight eighteen eighth either elect
    elected election electronic electronically electronics element elementary elements eleven eleventh eligibility
    eligible else elsewhere email emails embassy emergency emergent employed employee employees employer employment en
    enable encl enclosed enclosure encourage encouraged end endangerment ended ending endorsed endorsement ends enforce
    enforced enforcement enforcing engage engaged english enjoin enjoined enjoining enjoins enlarge enlargement enough
    enrolled ensure enter entered entering enters entire entirely entirety entitled entitlement entity entries entry
    enumerated eo eoc episcopal equal equipment equitable equities equity ero errata erratum error errors escalation
    escort especially essential establish established estate estimate estimated et etc ethics euo european evaluate
    evaluation even evening event events every evidence evidentiary ex exact examination examine examined examiner
    example exceed exceeding except exception exceptional exceptions excess exchange exclude excluded excludes
    excluding exclusion exclusive excuse excused exec execute executed execution executive exempt exemption exercise
    exh exhaust exhausted exhaustion exhibit exhibits exigent exist existence existing exit expect expected expedite
    expedited expediting expeditious expeditiously expense expenses expert experts expiration expire expired expires
    explain explained explaining explains explanation explicit explore expose express expressly exs ext extend extended
    extending extends extension extensions extensive extent external extra extraordinary fabricated face faced facie
    facilitate facilities facility facsimile fact factor factors facts factual faculty fail failed failing fails
    failure fair fairness faith false family far farm favor favorable fcra fear federal fee fees felony few field
    fifteen fifth fifty figure file filed filer files filing filings fill filled final finality finally finance
    financial find finding findings finds fine finger first fisa fiscal fit fitness five fix fixed fka flight flights
    floor foia folder follow followed following follows foot for force forced foregoing foreign forensic foreseeable
    form forma formal format former forms formula forth forthcoming forthwith forty forum forward forwarded forwarding
    found foundation four fourteen fourth frame framework free freedom frequent friday friend friendly from front fta
    ftca full fully fund funds further furthermore future gave gender general generally generated get give given gives
    giving global go goes going good got gov govern governed governing government govt gps grand grandfathered grant
    granted granting grants gratis great greater gross ground grounds group growth guarantee guard guidance guide
    guideline guidelines guilty habeas habitual hac had half hall hand handled handwritten hard harm harmless has have
    having he head headquarters health healthcare hear heard hearing hearings hears hearsay held help her here hereby
    herein hereinafter hereof hereto herewith hers herself high highly him himself his hispanic history hold holding
    holds holiday home homeland honor hospital host hour hours house housed housing how however hsi human humane
    humanitarian hundred hybrid i i9 id ident identical identification identified identifier identifiers identify
    identifying identity if ifp ii iii ij illegal im immediate immediately immigrant immigrants immigration imminent
    impact impanel impartial implement implementation implemented implementing important importantly impose imposed
    imposes imposing imposition improper improperly in ina inability inadequate inadmissible inadvertent inadvertently
    inc include included includes including inclusion inclusive income incomplete incorporate incorporated incorrect
    incorrectly increase incur incurred indefinite indefinitely independent index indicate indicated indicates
    indicating indicia indictment indigenous indigent individual individualized individually individuals ineffective
    infant inferred inform information informed informing initial initially initiate initiated initiating injunction
    injunctions injunctive injured injuries injury inmate inmates innocence inquest inquire inquiries inquiry inspect
    inspection installment instance instances instanter instead institute institution instruct instructed instruction
    instructions instrument insufficient insurance int intake integrity intend intended intends intensive intent
    intention inter interest interested interests interference interim interlocutory intermediate internal
    international interpretation interpreted interpreter interrogatories interrogatory intervene intervened intervening
    intervention interview interviews into introduction invalid investigate investigation investigative invitation
    invite invited invoice involuntary involve involved involves involving irreparable is isap islamic issuance issue
    issued issues issuing it item items its itself jail january jewish job join joinder joined joining joint jointly jt
    jud judge judgement judgm judgment judgments judicial judiciary juris jurisdiction jurisdictional juror jurors jury
    just justice justiciable justified juvenile keep keeping kept kids kind know knowing knowledge known krome labor
    laches lack lacking lacks language large last late later latest latin latino law lawful lawfully laws lawsuit
    lawyer lawyers lead leading league learned least leave leaves leaving led left legal legally length less let level
    levels liability liable liberties liberty library license lift lifted lifting light like likelihood likely limine
    limit limitation limitations limited limiting limits line link linked lis list listed listing lists literal
    litigant litigants litigate litigation little live living loan local locally located location lock lodge lodged log
    long longer look loss lost lower ltr lunch lutheran made magistrate mail mailed mailing mails main maintain
    maintained maintaining maintenance major majority make makes making malice man managed management manager managing
    mandamus mandate mandated mandatory manner manual many map mark marked market marketing master material materially
    materials matter matters maximum may mdl me mean meaning means mechanism media mediate mediation mediator medical
    medication meet meeting meetings meets mem member members memo memoranda memorandum memory mental mentioned merit
    merits message met method metro mid middle might migrant migrants military million mind minimum minor minus minute
    minutes misc miscellaneous misconduct missing mission mistake mixed mode model modification modified modifies
    modify modifying moment monday monetary money monies monitor monitored monitoring month monthly months moot mooted
    moots more moreover morning mortgage most mot motion motioned motions move moved movement moves moving ms msj mtd
    mtn mtns much multi multidistrict multiple muslim must mutual my name named names narrow nation national
    nationality nationals nationwide natural nature nd near necessarily necessary necessity need needed needing needs
    nef neighborhood neighbors neither net network never nevertheless new newly news next night nine nineteen ninety
    ninth nka no nolle non noncitizen noncitizens none nonetheless nonprofit nonprofits nor normal northern nos not
    notarized notary notation note noted notes nothing notice noticed notices notification notifications notified
    notifies notify notifying noting notwithstanding novo now nta nullity number numbered numbers numerosity numerous
    nunc oath obj object objected objecting objection objections objective objector objs obligated obligation
    obligations obtain obtained obtaining obvious oc occasion occur occurred occurring of off offense offenses offer
    offered offering offers office offices official officially officials offset often oip old omit omitted on once one
    ones ongoing online only onto open opened opening operate operation operational operations operative opinion
    opinions opp opponent opportunity oppose opposed opposes opposing opposite opposition oppositions opps opt option
    optional options or oral orally ord order ordered ordering orders ordinary organization orig origin original
    originally originals originating ot other others otherwise our out outcome outcomes outdated outline outside
    outstanding over overnight overrule overruled overrules overruling overseas oversight overstay own pacer pacific
    pack package page pages paid panel paper paperless papers par paragraph paragraphs parallel pardon parent parole
    paroled parolee parolees part parte partial partially participant participants participate participated
    participating participation particular particularly parties partition partner partnership parts party pass passage
    passaic passed
    passport passports past patent path patriot pattern pauperis pay payable paying payment payments pc pdf peace penal
    penalties penalty pend pendency pendens pendente pending pension people per percent perform performance perhaps
    period periodic periods perjury permanent permanently permission permissive permit permits permitted permitting
    perpetuate person personal personally personnel persons pertaining pet petition petitioned petitioning petitions
    petr petrs pf phase phone photo photograph photographs photos physical physicians pick picture piece pilot pioneer
    pl place placed placement places placing plain plan plane planned plans plea plead pleaded pleading pleadings
    please pled plf plfs pls pltf pltff pltffs pltfs plus pm point pointed points police policies policy political poor
    portal portion portions position positions possess possession possible possibly post postconviction posted posting
    postpone postponed postponement potential potentially power powers practicable practice practices praecipe pray
    prayer precedent precise preclude precluded prefer preference prehearing prejudice prelim preliminary premature
    prematurely premises premotion prepaid preparation prepare prepared prepares preparing prerelease presbyterian
    presence present presentation presented presenting presentment presents preservation preserve preserved preserving
    preside presided presiding press presumption presumptively pretrial prevail prevailing prevent prevented preventing
    prevents previous previously price pride prima primarily primary principal print printed prior priority prison
    prisoner prisoners privacy private privilege privileged pro probable probation problem problems proc procedural
    procedurally procedure procedures proceed proceeded proceeding proceedings proceeds process processed processes
    processing produce produced product production professional professor proffer program programs progressive prohibit
    prohibited prohibiting prohibition prohibits project prolonged promptly promulgated proof proofs prop proper
    properly property proponent proposal propose proposed proposes proposing propria prose prosecute prosecution
    prosecutor prosequendum prosp protect protected protecting protection protections protective protestant protocol
    prove provide provided provider provides providing province provision provisional provisionally provisions
    pseudonym pseudonymous pseudonymously pseudonyms public publication publicly publish published publishing purchase
    purchased purge purged purports purpose purposes pursuant pursue put qualified qualify quality quash quashed
    quashing question questionnaire questions quick quickly quiet quo quorum race raise raised raises raising range
    rate rates rather ratio rcpt rd re reach reached reaching reaction read reading ready real realleged reason
    reasonable reasonably reasoned reasoning reasons reassign reassigned reassigning reassignment reassignments recd
    receipt receipts receive received receives receiving recent recently recess recite recites recognizance recognize
    recognized recommend recommendation recommendations recommended recommending recommends reconsider reconsideration
    reconsidered reconsidering reconvene record recorded recorder recording recordings records recover recovery recusal
    recuse recused redact redacted redaction redactions redetain redetained redetention reduce reduced reduction refer
    referee reference referenced references referral referred referring refers refile refiled refiling reflect
    reflected reflecting reflects refrain refugee refugees refund refusal refuse refused refusing reg regard regarding
    regardless regards region regional register registered registration registry regular regularly regulation
    regulations regulatory rehearing reimbursement reinstate reinstated reinstating reinterview reissue reissued reject
    rejected rejecting rejection rejects rel relate related relates relating relation relationship relative release
    released releases releasing relevance relevant relied relief relies relieve relieved religious relist relocation
    rely remain remainder remained remaining remains remand remanded remanding remands remedied remedies remedy remind
    reminded reminder remit remote remotely removable removal removals remove removed removes removing render rendered
    rendering renew renewal renewed renoted renotice reopen reopened reopening reopens repeat repeated replace replaced
    replacement replacing replevin replied replies reply report reportable reported reportedly reporter reporters
    reporting reports represent representation representations representative representatives represented representing
    represents republic republican republicans req reqs request requested requester requesting requests require
    required requirement requirements requires requiring rescheduled rescheduling rescind rescinded rescinding rescue
    research reservation reserve reserved reserves reserving reset resets resetting reside residence resident
    residential residents resides resign resolution resolve resolved resolves resolving resource resources resp respect
    respectfully respective respectively respond responded responding responds response responses responsibility
    responsible responsive resps rest restitution restore restored restoring restrain restrained restraining restraint
    restraints restrict restricted restricting restriction restrictions restrictive result resulted resulting results
    resume resumed retain retained retaining retaliation retire retired retroactive return returnable returned
    returning returns reverse reversed reverses reversing review reviewed reviewer reviewing reviews revised revisit
    revocation revoke revoked revoking right rights risk risks river road role room rooms ror round route routine rpl
    rpt rr rsa rule ruled rules ruling rulings run running safe safety said sale same sanction sanctions sanctuary
    satisfaction satisfactory satisfied satisfy saturday saturdays save saved saves saving say says scan scanned sched
    schedule scheduled scheduler schedules scheduling scheme school sci scope scr se seal sealed sealing seals search
    seat sec second secondary secret section sections secure secured securities security see seek seeker seekers
    seeking seeks seen seizure select selected selection self semi senate send sending sends senior sensitive sent
    sentence sentenced sentencing separate separated separately separation seq serial series serve served server serves
    service services serving session sessions set sets setting settings settle settled settlement settlements seven
    seventeen seventh seventy several severance severe severed shall share shared she sheet shelter shelters shield
    shift ship short shorten shortened shortening shortly should show showing shown shows sic sick sides sign signature
    signatures signed significant signing similar similarly simple simply simultaneous since single sir sister site
    sitting situated six sixteen sixth sixty size small so social society sole solely solicitation solidarity some soon
    sought source sources southern speak special specialist specific specifically specified specify speech speedy
    spelled spelling spend spiritual split spoken spoliation sponsor sponte ss sso st staff stage stake stamp stamped
    stand standard standards standing stands start started starting starts state stated statement statements states
    stating station status statute statutes statutory stay stayed staying stays step steps still stip stipulate
    stipulated stipulates stipulating stipulation stipulations stmt stop stopped storage story street stricken strike
    strikes striking strong student students style sua sub subclass subject subjected subjects submission submissions
    submit submits submitted submitting subp subparagraph subpart subpoena subpoenas subsection subsequent subsequently
    subset substance substantial substantially substantive substitute substituted substituting substitution success
    successful successive such sudden suffer suffered sufficiency sufficient sufficiently suggest suggested suggestion
    suit summ summarily summary summon summoned summons summonses sunday superior supersede superseded supersedes
    superseding supervise supervised supervision supervisory supp supplement supplemental supplementary supplemented
    supplementing supplements support supported supporters supporting supports supposed suppress suppression supreme
    sure surety surname surrebuttal surrender surreplies surreply surrounding susp suspend suspended suspending
    suspension sustain sustainable sustained swear sworn syllabus symposium system table take taken takes taking tape
    task tax taxation taxed teachers team technical technologies tel teleconference telephone telephonic telephonically
    television tell temp temporarily temporary ten tenants tender tendered tentative tentatively tenth term terminate
    terminated terminates terminating termination terminations terms test testify testifying testimony text textonly th
    than that the their theirs them themselves then there thereafter thereby therefore therefrom therein thereof
    thereon thereto these they thing things think third thirteen thirty this those though thought thousand threat three
    threshold through throughout thursday thus ticket time timeline timely times timing title titled to today together
    told toll tolled tolling tomorrow too took top topic total touch toward towards tpo tps trac trace track trademark
    traditional training transaction transcribe transcribed transcript transcription transcripts transfer transferee
    transferees transferor transferred transferring transfers transit translated translation translator transmission
    transmit transmittal transmitted transmitting transport transportation transported transporting travel traverse
    treat treated treatment treaty trial trials tribal tribe tribunal tried tro true trust truth try trying tuesday
    tunc turn tv twelve twentieth twenty twice two txt type types uac uacs ultimate unable unanimous unavailability
    unavailable uncompelled unconstitutional uncontested under undergo underlying undersigned understand understanding
    undertake undertaking undertakings undisputed undocumented undue unduly unexecuted unfair unfiled uniform
    university unknown unlawful unlawfully unless unlike unlimited unnecessary unop unopp unopposed unpaid unreasonable
    unredacted unrelated unrepresented unresolved unseal unsealed unsealing unserved unsigned until untitled unusual up
    update updated updates updating upload uploaded upon urban urgent us usa usatty usc usca uscourt uscourts usdc use
    used user users uses using usm usms usp ussc usual util utilize vac vacate vacated vacates vacating vacation
    vacatur valid validity valley valuation value various vcf venue verbal verification verified version versus very
    veterans via vice victim video videoconference videoconferencing view viewed viewing village violate violated
    violates violating violation violations violence violent virtual virtually visa visit visitation visitor visitors
    visual voices void voir vol volume voluntarily voluntary voters vs wait waited waiting waive waived waiver waivers
    waives waiving want warn warned warning warnings warrant warranted warrantless warrants was waste watch way ways we
    web webpage website wednesday week weekend weekly weeks weight welcome welfare well were western what whatever when
    whenever where whereabouts whereas whereby wherefore wherein whereupon whether which while who whole whom whose why
    wide will willing window wire wish wishes wishing with withdraw withdrawal withdrawals withdrawing withdrawn
    withdrew withheld withhold withholding within without witness witnesses wl woman women won word words work worked
    worker workers working works would writ write writes writing writings writs written wrong wrongful wrongfully xii
    xiii xiv year yearly years yes yet you your youth zone zoom
""")
"""Words clerks use. As a part of a name they need company; they are never taken for a misspelt name."""
