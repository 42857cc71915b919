using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What cutting an answer down to a table of fields costs: a 100 kB list of orders, parsed bare; read as an answer; read and cut to ten
/// fields, three of them in a list; and the same with transformations. One thread; the subjects alternate.
/// </summary>
internal static class ShapingBenchmark
{
    private static readonly string[] Tags = ["gift", "express", "vip"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        var body = Orders();
        var plain = new FieldSelector(Fields(isTransformed: false), TimeProvider.System);
        var changed = new FieldSelector(Fields(isTransformed: true), TimeProvider.System);
        var subjects = new Dictionary<string, Func<Task<Task>>>(StringComparer.Ordinal)
        {
            ["JsonDocument.Parse"] = Once(() => JsonDocument.Parse(body).Dispose()),
            ["read"] = Once(() => Read(body)),
            ["read, cut to 10 fields"] = Once(() => plain.Shape(Read(body))),
            ["read, cut, 9 transformations"] = Once(() => changed.Shape(Read(body))),
        };
        var output = changed.Shape(Read(body));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{body.Length:N0} bytes in, {output.Root.GetRawText().Length:N0} characters out, {output.Findings.Count} findings"
            )
        );
        Console.WriteLine(Measurement.Header);
        await Comparison.PrintAsync(subjects, "JsonDocument.Parse", inFlight: 1, seconds, rounds);
        return 0;
    }

    private static Func<Task<Task>> Once(Action run) =>
        () =>
        {
            run();
            return Task.FromResult(Task.CompletedTask);
        };

    private static JsonElement Read(byte[] body) =>
        ResponseParser.Parse(body, "application/json; charset=utf-8").Value.Root;

    private static IReadOnlyList<ResponseField> Fields(bool isTransformed) =>
        [
            Field("page.total", isTransformed, Step("format_number")),
            Field("customer.name", isTransformed, Step("change_case", ("case", "title"))),
            Field("customer.email", isTransformed, Step("mask", ("style", "email"))),
            Field("customer.since", isTransformed, Step("format_date")),
            Field("orders[].number", isTransformed: false),
            Field(
                "orders[].status",
                isTransformed,
                Step("map_values", ("pairs", """{"SHP":"Shipped","PND":"Pending"}"""))
            ),
            Field(
                "orders[].total_cents",
                isTransformed,
                Step("currency", ("code", "EUR"), ("minor_units", "true"))
            ),
            Field(
                "orders[].placed_at",
                isTransformed,
                Step("format_date", ("format", "dd/MM/yyyy"))
            ),
            Field("orders[].tags[]", isTransformed, Step("join")),
            Field("orders[].note", isTransformed, Step("truncate", ("length", "40"))),
        ];

    private static ResponseField Field(
        string path,
        bool isTransformed,
        params FieldTransformation[] steps
    ) =>
        new(path, null, null, FieldType.Text, IsExposed: true, IsRedacted: false)
        {
            Transformations = isTransformed ? steps : [],
        };

    private static FieldTransformation Step(
        string kind,
        params (string Name, string Value)[] settings
    ) =>
        new(
            kind,
            settings.ToDictionary(
                setting => setting.Name,
                setting => setting.Value,
                StringComparer.Ordinal
            )
        );

    /// <summary>What shops answer: many fields a row, most of them of no use to Fin.</summary>
    private static byte[] Orders()
    {
        var orders = Enumerable
            .Range(0, 110)
            .Select(i => new
            {
                id = 9_000_000_000 + i,
                number = $"#{1000 + i}",
                status = i % 3 == 0 ? "PND" : "SHP",
                currency = "EUR",
                total_cents = 1999 + (i * 137),
                subtotal = 19.99m + i,
                tax = 3.80m,
                placed_at = $"2024-{(i % 12) + 1:00}-{(i % 28) + 1:00}T10:{i % 60:00}:00Z",
                updated_at = "2024-06-01T08:00:00Z",
                tags = Tags,
                note = i % 4 == 0
                    ? null
                    : "Please ring twice and leave the parcel with the neighbour.",
                shipping = new
                {
                    carrier = "DHL",
                    tracking = $"00340434{i:0000000000}",
                    address = new
                    {
                        street = "Hauptstraße 12",
                        city = "Köln",
                        zip = "50667",
                        country = "DE",
                    },
                },
                lines = Enumerable
                    .Range(0, 3)
                    .Select(line => new
                    {
                        sku = $"SKU-{i:000}-{line}",
                        title = "Cotton shirt, washed blue",
                        quantity = line + 1,
                        price = 19.99m,
                        discount = (decimal?)null,
                    }),
                links = new
                {
                    self = $"https://api.example.com/orders/{1000 + i}",
                    invoice = (string?)null,
                },
            });
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                page = new
                {
                    total = 12345,
                    size = 110,
                    next = "eyJvZmZzZXQiOjExMH0=",
                },
                customer = new
                {
                    id = 77,
                    name = "ana GARCÍA",
                    email = "ana@example.com",
                    since = "2019-03-04",
                },
                orders,
            }
        );
    }
}
