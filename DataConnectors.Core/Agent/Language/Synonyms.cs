using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Language;

/// <summary>Words that people and admins use for the same thing. A small table: a direct match always counts more.</summary>
internal static class Synonyms
{
    private const double Same = 0.75;
    private const double Near = 0.55;

    private static readonly (double Strength, string Words)[] Groups =
    [
        (Same, "order purchase bought buy"),
        (
            Same,
            "parcel package shipment shipping delivery deliver ship courier dispatch arrive arrival track tracking carrier transit"
        ),
        (
            Near,
            "order purchase parcel package shipment shipping delivery deliver ship arrive arrival track tracking"
        ),
        (Same, "subscription plan membership subscribe tier"),
        (Same, "refund reimburse reimbursement moneyback"),
        (Near, "refund return"),
        (Same, "return exchange"),
        (Same, "invoice bill billing receipt"),
        (Near, "invoice bill billing statement payment charge balance"),
        (Same, "balance owe outstanding unpaid debt funds"),
        (Same, "payment pay paid charge transaction"),
        (Same, "stock availability available inventory sold"),
        (Same, "product item article sku goods merchandise"),
        (Same, "price cost fee pricing rate quote"),
        (Same, "appointment booking reservation slot visit meeting"),
        (Near, "flight plane trip itinerary journey booking reservation"),
        (Near, "booking reservation stay room hotel table"),
        (Same, "doctor physician dentist practitioner"),
        (Same, "prescription medication medicine refill drug"),
        (Same, "ticket case issue incident complaint"),
        (Same, "shop store branch outlet showroom"),
        (Same, "location address street"),
        (Same, "hours opening open close closing"),
        (Same, "password login credential passcode"),
        (Same, "account profile"),
        (Same, "points reward loyalty miles"),
        (Same, "voucher coupon discount promo promotion gift"),
        (Same, "warranty guarantee"),
        (Same, "usage consumption allowance quota"),
        (Near, "internet broadband connection network wifi"),
        (Same, "outage downtime disruption"),
        (Same, "salary payroll payslip wage paycheck"),
        (Same, "leave vacation holiday pto absence"),
        (Same, "insurance coverage policy cover"),
        (Same, "employee staff colleague worker"),
        (Same, "course class lesson training"),
        (Same, "grade mark result score"),
        (Same, "renew renewal expire expiry"),
        (Same, "cancel cancellation terminate stop end abort"),
        (Same, "change update modify edit amend move switch adjust"),
        (Same, "reschedule postpone move change"),
        (Same, "create make place add new submit register"),
        (Same, "book schedule reserve arrange"),
        (Same, "delete remove erase"),
        (Same, "pause suspend freeze hold"),
        (Same, "resume reactivate unpause restart"),
        (Same, "status state progress"),
        (Same, "weather forecast temperature rain sunny"),
        (Same, "currency conversion convert forex"),
        (Same, "car vehicle auto"),
        (Same, "loan mortgage credit"),
        (Same, "transfer wire remit"),
        (Same, "event concert show"),
        (Same, "device router modem handset"),
        (Same, "date time when day"),
        (Near, "weigh weight size dimension"),
        (Same, "eta arrive arrival expect estimate delivery"),
        (Same, "job vacancy position opening"),
        (Same, "book title library loan"),
        (Same, "menu dish meal food"),
        (Same, "pickup collect collection"),
        (Same, "fault repair fix broken"),
        (Same, "last latest newest recent"),
        (Same, "average mean"),
        (Same, "speed velocity fast quick"),
        (Same, "distance far"),
        (Same, "weight mass heavy weigh"),
        (Same, "height tall high"),
        (Same, "length long"),
        (Same, "age old"),
        (Same, "area surface size large big"),
        (Same, "temperature warm hot cold degree"),
        (Same, "price cost expensive cheap worth value"),
        (Same, "movie film"),
        (Same, "song track tune"),
        (Same, "concert gig tour"),
        (Same, "lawyer attorney solicitor"),
        (Same, "lawsuit suit case"),
        (Same, "image picture photo snapshot"),
        (Same, "rent hire lease"),
        (Same, "record row entry"),
        (Same, "query select"),
        (Same, "bug issue error problem"),
        (Same, "food dish meal recipe eat"),
        (Same, "restaurant food eat dine"),
        (Same, "employee staff colleague people"),
        (Same, "house home property"),
        (Same, "apartment flat"),
        (Same, "start begin launch initiate"),
        (Same, "complete finish done"),
        (Same, "sick ill illness disease"),
        (Same, "word text"),
        (Same, "lyric word"),
        (Same, "crime burglary theft robbery"),
        (Same, "convert conversion exchange translate"),
        (Same, "create compose draft write"),
        (Same, "event meeting appointment lunch"),
        (Same, "owner own possess belong"),
        (Same, "standing ranking table rank"),
        (Same, "statistic stat figure"),
        (Same, "play put listen"),
    ];

    private static readonly FrozenDictionary<string, Dictionary<string, double>> Table = Build();

    /// <summary>Stems related to <paramref name="stem"/>, each with how near it is, 0–1.</summary>
    public static IReadOnlyDictionary<string, double> Of(string stem) =>
        Table.TryGetValue(stem, out var related) ? related : FrozenDictionary<string, double>.Empty;

    private static FrozenDictionary<string, Dictionary<string, double>> Build()
    {
        var table = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (strength, words) in Groups)
        {
            var stems = words
                .Split(' ')
                .Select(PorterStemmer.Stem)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            foreach (var stem in stems)
            {
                if (!table.TryGetValue(stem, out var related))
                {
                    table[stem] = related = new Dictionary<string, double>(StringComparer.Ordinal);
                }

                foreach (
                    var other in stems.Where(other =>
                        !string.Equals(other, stem, StringComparison.Ordinal)
                    )
                )
                {
                    related[other] = Math.Max(strength, related.GetValueOrDefault(other));
                }
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
