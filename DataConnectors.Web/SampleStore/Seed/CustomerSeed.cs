using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>Twelve customers; the first three are the demo's test persons.</summary>
internal static class CustomerSeed
{
    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<Customer> All { get; } =
    [
        Make(
            1001,
            "ana.ruiz",
            "Ana Ruiz",
            "pro",
            "ES",
            "+34 600 100 201",
            "Calle Mayor 14",
            "Madrid",
            "28013"
        ),
        Make(
            1002,
            "ben.okafor",
            "Ben Okafor",
            "plus",
            "GB",
            "+44 7700 900102",
            "8 Canal Walk",
            "Leeds",
            "LS1 4DT"
        ),
        Make(
            1003,
            "chloe.martin",
            "Chloé Martin",
            "free",
            "FR",
            null,
            "3 rue des Lilas",
            "Lyon",
            "69003"
        ),
        Make(
            1004,
            "dieter.wolf",
            "Dieter Wolf",
            "pro",
            "DE",
            "+49 151 0001004",
            "Lindenweg 22",
            "Köln",
            "50667"
        ),
        Make(
            1005,
            "ewa.nowak",
            "Ewa Nowak",
            "plus",
            "PL",
            "+48 600 100 205",
            "ul. Długa 7",
            "Kraków",
            "31-147"
        ),
        Make(
            1006,
            "farid.haddad",
            "Farid Haddad",
            "free",
            "FR",
            "+33 6 00 10 02 06",
            "12 quai du Port",
            "Marseille",
            "13002"
        ),
        Make(
            1007,
            "grace.obrien",
            "Grace O'Brien",
            "plus",
            "IE",
            "+353 85 000 1007",
            "5 Mill Lane",
            "Cork",
            "T12 X2V4"
        ),
        Make(
            1008,
            "hanna.virtanen",
            "Hanna Virtanen",
            "free",
            "FI",
            null,
            "Satamakatu 9",
            "Turku",
            "20100"
        ),
        Make(
            1009,
            "igor.petrov",
            "Igor Petrov",
            "free",
            "BG",
            "+359 88 000 1009",
            "ul. Vitosha 31",
            "Sofia",
            "1000"
        ),
        Make(
            1010,
            "julia.costa",
            "Júlia Costa",
            "pro",
            "PT",
            "+351 910 001 010",
            "Rua da Praia 2",
            "Porto",
            "4050-430"
        ),
        Make(
            1011,
            "kenji.sato",
            "Kenji Satō",
            "free",
            "GB",
            "+44 7700 900111",
            "21 Orchard Road",
            "Bristol",
            "BS1 5UH"
        ),
        Make(
            1012,
            "lena.berg",
            "Lena Berg",
            "plus",
            "SE",
            "+46 70 000 10 12",
            "Strandgatan 18",
            "Malmö",
            "211 20"
        ),
    ];

    /// <summary>The customer as an order shows them.</summary>
    public static CustomerSummary Summary(int number)
    {
        var customer = All[number - 1001];
        return new CustomerSummary(customer.Id, customer.Email, customer.Name);
    }

    private static Customer Make(
        int number,
        string mailbox,
        string name,
        string plan,
        string country,
        string? phone,
        string line,
        string city,
        string postalCode
    ) =>
        new(
            $"cus_{number}",
            $"{mailbox}@example.com",
            name,
            plan,
            country,
            phone,
            new Address(line, city, postalCode, country),
            SeedCalendar.DaysAgo(1400 - (number - 1000) * 90)
        );
}
