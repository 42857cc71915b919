using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Kinds of things whose names everybody knows.</summary>
[Flags]
internal enum KnownKind
{
    None = 0,
    Country = 1,
    Nationality = 1 << 1,
    State = 1 << 2,
    City = 1 << 3,
    Language = 1 << 4,
    Currency = 1 << 5,
    Color = 1 << 6,
    Month = 1 << 7,
    Weekday = 1 << 8,
    Genre = 1 << 9,
    Cuisine = 1 << 10,
    Diet = 1 << 11,
    Sport = 1 << 12,
    Instrument = 1 << 13,
    Season = 1 << 14,
    Planet = 1 << 15,
    Size = 1 << 16,
    Gender = 1 << 17,
    Continent = 1 << 18,
    Material = 1 << 19,
    Room = 1 << 20,
    Place = Country | State | City | Continent,
}

/// <summary>Names of countries, languages, currencies, colors and the like, with their codes.</summary>
internal static class KnownWords
{
    private const string Countries =
        "US:United States/USA/United States of America/America:American,GB:United Kingdom/UK/Great Britain/England:British/English,CA:Canada:Canadian,AU:Australia:Australian,"
        + "NZ:New Zealand:,IE:Ireland:Irish,FR:France:French,DE:Germany:German,IT:Italy:Italian,ES:Spain:Spanish,PT:Portugal:Portuguese,NL:Netherlands/Holland:Dutch,BE:Belgium:Belgian,"
        + "CH:Switzerland:Swiss,AT:Austria:Austrian,SE:Sweden:Swedish,NO:Norway:Norwegian,DK:Denmark:Danish,FI:Finland:Finnish,IS:Iceland:Icelandic,PL:Poland:Polish,CZ:Czech Republic/Czechia:Czech,"
        + "SK:Slovakia:Slovak,HU:Hungary:Hungarian,RO:Romania:Romanian,BG:Bulgaria:Bulgarian,GR:Greece:Greek,TR:Turkey:Turkish,RU:Russia:Russian,UA:Ukraine:Ukrainian,HR:Croatia:Croatian,"
        + "RS:Serbia:Serbian,EG:Egypt:Egyptian,MA:Morocco:Moroccan,ZA:South Africa:South African,NG:Nigeria:Nigerian,KE:Kenya:Kenyan,ET:Ethiopia:Ethiopian,GH:Ghana:Ghanaian,IL:Israel:Israeli,"
        + "SA:Saudi Arabia:Saudi,AE:United Arab Emirates/UAE:,IN:India:Indian,PK:Pakistan:Pakistani,BD:Bangladesh:,LK:Sri Lanka:,CN:China:Chinese,JP:Japan:Japanese,KR:South Korea/Korea:Korean,"
        + "TH:Thailand:Thai,VN:Vietnam:Vietnamese,ID:Indonesia:Indonesian,MY:Malaysia:Malaysian,SG:Singapore:,PH:Philippines:Filipino,MX:Mexico:Mexican,BR:Brazil:Brazilian,AR:Argentina:Argentinian,"
        + "CL:Chile:Chilean,CO:Colombia:Colombian,PE:Peru:Peruvian,CU:Cuba:Cuban,JM:Jamaica:Jamaican,QA:Qatar:,IR:Iran:Persian,IQ:Iraq:Iraqi,LB:Lebanon:Lebanese,TW:Taiwan:Taiwanese,HK:Hong Kong:,"
        + "EE:Estonia:,LV:Latvia:,LT:Lithuania:,SI:Slovenia:,LU:Luxembourg:,MT:Malta:,CY:Cyprus:,VE:Venezuela:,UY:Uruguay:,EC:Ecuador:,BO:Bolivia:,CR:Costa Rica:,PA:Panama:,NP:Nepal:";

    private const string States =
        "AL:Alabama,AK:Alaska,AZ:Arizona,AR:Arkansas,CA:California,CO:Colorado,CT:Connecticut,DE:Delaware,FL:Florida,GA:Georgia,HI:Hawaii,ID:Idaho,IL:Illinois,IN:Indiana,IA:Iowa,KS:Kansas,"
        + "KY:Kentucky,LA:Louisiana,ME:Maine,MD:Maryland,MA:Massachusetts,MI:Michigan,MN:Minnesota,MS:Mississippi,MO:Missouri,MT:Montana,NE:Nebraska,NV:Nevada,NH:New Hampshire,NJ:New Jersey,"
        + "NM:New Mexico,NY:New York,NC:North Carolina,ND:North Dakota,OH:Ohio,OK:Oklahoma,OR:Oregon,PA:Pennsylvania,RI:Rhode Island,SC:South Carolina,SD:South Dakota,TN:Tennessee,TX:Texas,"
        + "UT:Utah,VT:Vermont,VA:Virginia,WA:Washington,WV:West Virginia,WI:Wisconsin,WY:Wyoming,DC:District of Columbia";

    private const string Languages =
        "en:English,fr:French,de:German,it:Italian,es:Spanish,pt:Portuguese,nl:Dutch,sv:Swedish,no:Norwegian,da:Danish,fi:Finnish,is:Icelandic,pl:Polish,cs:Czech,hu:Hungarian,ro:Romanian,el:Greek,"
        + "tr:Turkish,ru:Russian,uk:Ukrainian,ar:Arabic,he:Hebrew,hi:Hindi,ur:Urdu,bn:Bengali,zh:Chinese/Mandarin,ja:Japanese,ko:Korean,th:Thai,vi:Vietnamese,id:Indonesian,la:Latin,sw:Swahili,fa:Persian,"
        + "ta:Tamil,ga:Irish,cy:Welsh,ca:Catalan,hr:Croatian,bg:Bulgarian";

    private const string Currencies =
        "USD:dollar/US dollar/American dollar/U.S. dollar/buck/$/United States dollar,EUR:euro/€,GBP:British pound/pound sterling/pound/sterling/£/quid/UK pound,JPY:yen/Japanese yen/¥,CHF:Swiss franc/franc,"
        + "CAD:Canadian dollar,AUD:Australian dollar,NZD:New Zealand dollar,CNY:yuan/Chinese yuan/renminbi,INR:rupee/Indian rupee/₹,SEK:Swedish krona/krona,NOK:Norwegian krone,DKK:Danish krone,PLN:zloty/Polish zloty,"
        + "CZK:koruna/Czech koruna,HUF:forint,BRL:real/Brazilian real,MXN:Mexican peso/peso,ZAR:rand/South African rand,TRY:lira/Turkish lira,SGD:Singapore dollar,HKD:Hong Kong dollar,KRW:won/Korean won/South Korean won,"
        + "THB:baht/Thai baht,AED:dirham,ILS:shekel,RON:leu,BGN:lev,UAH:hryvnia,RUB:ruble/Russian ruble,BTC:bitcoin,ETH:ethereum/ether,ARS:Argentine peso,IDR:rupiah,PHP:Philippine peso,VND:dong,EGP:Egyptian pound,NGN:naira,KES:Kenyan shilling,SAR:riyal";

    private const string Cities =
        "New York,New York City,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas,San Jose,Austin,San Francisco,Seattle,Denver,Boston,Nashville,Portland,Las Vegas,Miami,Atlanta,Orlando,Detroit,"
        + "Minneapolis,New Orleans,Washington DC,London,Manchester,Liverpool,Edinburgh,Glasgow,Dublin,Paris,Lyon,Marseille,Nice,Berlin,Munich,Hamburg,Frankfurt,Cologne,Vienna,Zurich,Geneva,Rome,Milan,Venice,Florence,Naples,"
        + "Madrid,Barcelona,Seville,Valencia,Lisbon,Porto,Amsterdam,Rotterdam,Brussels,Copenhagen,Stockholm,Oslo,Helsinki,Reykjavik,Warsaw,Prague,Budapest,Athens,Istanbul,Moscow,Kyiv,Cairo,Lagos,Nairobi,Cape Town,"
        + "Johannesburg,Dubai,Abu Dhabi,Tel Aviv,Mumbai,Delhi,New Delhi,Bangalore,Beijing,Shanghai,Hong Kong,Tokyo,Kyoto,Osaka,Seoul,Bangkok,Singapore,Jakarta,Bali,Manila,Sydney,Melbourne,Brisbane,Perth,Auckland,Toronto,"
        + "Vancouver,Montreal,Ottawa,Mexico City,Rio de Janeiro,Sao Paulo,Buenos Aires,Santiago,Lima,Bogota,Havana,Brooklyn,Manhattan,Queens,Oakland,Sacramento,Salt Lake City,Honolulu";

    private static readonly (KnownKind Kind, string Names)[] Plain =
    [
        (KnownKind.City, Cities),
        (
            KnownKind.Continent,
            "Europe,Asia,Africa,North America,South America,Antarctica,Oceania,Middle East"
        ),
        (
            KnownKind.Color,
            "red,blue,green,yellow,black,white,orange,purple,pink,brown,grey,gray,gold,silver,navy,beige,turquoise,violet,teal,maroon,light blue,dark blue,dark green"
        ),
        (
            KnownKind.Month,
            "January,February,March,April,May,June,July,August,September,October,November,December"
        ),
        (KnownKind.Weekday, "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"),
        (
            KnownKind.Genre,
            "jazz,rock,pop,classical,hip hop,hip-hop,rap,country,blues,reggae,metal,heavy metal,electronic,techno,house,folk,soul,r&b,punk,indie,opera,funk,disco,k-pop,comedy,drama,horror,thriller,"
                + "action,romance,romantic,science fiction,sci-fi,fantasy,mystery,documentary,animation,adventure,crime,western,biography,history,fiction,non-fiction,strategy,puzzle,role-playing,rpg,shooter"
        ),
        (
            KnownKind.Cuisine,
            "Italian,Mexican,Chinese,Japanese,Thai,Indian,French,Greek,Spanish,Korean,Vietnamese,Turkish,Lebanese,Mediterranean,American,Ethiopian,Moroccan,Brazilian,German,sushi,pizza,seafood,barbecue,vegan,vegetarian,fast food"
        ),
        (
            KnownKind.Diet,
            "vegan,vegetarian,gluten-free,gluten free,keto,ketogenic,paleo,low-carb,low carb,dairy-free,dairy free,halal,kosher,pescatarian,nut-free,low-fat,organic"
        ),
        (
            KnownKind.Sport,
            "soccer,football,basketball,baseball,tennis,volleyball,hockey,ice hockey,cricket,rugby,golf,badminton,squash,swimming,boxing,table tennis,handball,cycling,athletics,skiing,running,american football,formula 1"
        ),
        (
            KnownKind.Instrument,
            "piano,guitar,violin,cello,drums,flute,trumpet,saxophone,clarinet,bass,bass guitar,ukulele,harp,trombone,viola,oboe,banjo,keyboard,organ,electric guitar,acoustic guitar"
        ),
        (KnownKind.Season, "spring,summer,autumn,fall,winter"),
        (KnownKind.Planet, "Mercury,Venus,Earth,Mars,Jupiter,Saturn,Uranus,Neptune,Pluto,Moon,Sun"),
        (
            KnownKind.Size,
            "small,medium,large,extra large,extra small,XS,S,M,L,XL,XXL,tiny,big,huge,king,queen"
        ),
        (
            KnownKind.Room,
            "living room,bedroom,kitchen,bathroom,dining room,office,hallway,garage,garden,basement,attic,nursery,guest room,master bedroom,study,laundry room,hall,balcony,patio"
        ),
        (KnownKind.Gender, "male,female,man,woman,men,women,boy,girl,non-binary"),
        (
            KnownKind.Material,
            "wood,wooden,oak,pine,leather,steel,metal,plastic,glass,cotton,wool,silk,linen,copper,iron,aluminum,aluminium,gold,silver,bronze,marble,concrete,paper,ceramic,rubber,brass,titanium"
        ),
    ];

    private static readonly FrozenDictionary<string, KnownKind> All = Build();
    private static readonly FrozenDictionary<string, string> StateCodes = CodesOf(States);
    private static readonly FrozenDictionary<string, string> CountryCodes = CodesOf(Countries);
    private static readonly FrozenDictionary<string, string> LanguageCodes = CodesOf(Languages);
    private static readonly FrozenDictionary<string, string> CurrencyCodes = CodesOf(Currencies);

    private static readonly FrozenSet<string> Postal = StateCodes.Values.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <summary>What a text in any case is known as.</summary>
    public static KnownKind KindOf(string text) => All.GetValueOrDefault(Words.Fold(text));

    /// <summary>Whether the text is the postal code of a US state, in capitals.</summary>
    public static bool IsPostalCode(string text) => Postal.Contains(text);

    /// <summary>The postal code of a US state by its name.</summary>
    public static string? StateCode(string text) => StateCodes.GetValueOrDefault(Words.Fold(text));

    /// <summary>The ISO 3166 code of a country by its name or adjective.</summary>
    public static string? CountryCode(string text) =>
        CountryCodes.GetValueOrDefault(Words.Fold(text));

    /// <summary>The ISO 639 code of a language by its name.</summary>
    public static string? LanguageCode(string text) =>
        LanguageCodes.GetValueOrDefault(Words.Fold(text));

    /// <summary>The ISO 4217 code of a currency by its code, sign or name, singular or plural.</summary>
    public static string? CurrencyCode(string text)
    {
        var folded = Words.Fold(text);
        return CurrencyCodes.GetValueOrDefault(folded)
            ?? (folded.EndsWith('s') ? CurrencyCodes.GetValueOrDefault(folded[..^1]) : null)
            ?? (
                text.Length == 3
                && CurrencyCodes.Values.Contains(text.ToUpperInvariant(), StringComparer.Ordinal)
                    ? text.ToUpperInvariant()
                    : null
            );
    }

    private static FrozenDictionary<string, KnownKind> Build()
    {
        var words = new Dictionary<string, KnownKind>(StringComparer.Ordinal);
        void Add(string name, KnownKind kind)
        {
            var key = Words.Fold(name);
            words[key] = kind | words.GetValueOrDefault(key);
        }

        foreach (var (kind, names) in Plain)
        {
            foreach (var name in names.Split(','))
            {
                Add(name, kind);
            }
        }

        foreach (var entry in Countries.Split(','))
        {
            var parts = entry.Split(':');
            foreach (var name in parts[1].Split('/'))
            {
                Add(name, KnownKind.Country);
            }

            foreach (var name in parts[2].Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(name, KnownKind.Nationality);
            }
        }

        foreach (var entry in States.Split(','))
        {
            Add(entry.Split(':')[1], KnownKind.State);
        }

        foreach (var entry in Languages.Split(','))
        {
            foreach (var name in entry.Split(':')[1].Split('/'))
            {
                Add(name, KnownKind.Language);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> CodesOf(string table)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in table.Split(',').Select(entry => entry.Split(':')))
        {
            foreach (
                var name in parts
                    .Skip(1)
                    .SelectMany(names => names.Split('/', StringSplitOptions.RemoveEmptyEntries))
            )
            {
                codes.TryAdd(Words.Fold(name), parts[0]);
            }
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
