using System.Text.Json;
using System.Text.Json.Serialization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Tests.Core.Agent.Choosing;

/// <summary>How hard a case is.</summary>
internal enum CaseKind
{
    /// <summary>One connector fits, the others are about something else.</summary>
    Clear,

    /// <summary>One connector fits, and another is almost the same.</summary>
    Hard,

    /// <summary>No connector fits.</summary>
    None,
}

/// <summary>A message and what is right for it.</summary>
/// <param name="Message">What the customer writes.</param>
/// <param name="Kind">How hard it is.</param>
/// <param name="Expected">The name of the connector that fits; null for none.</param>
/// <param name="Among">The names of the candidates; null for all of the domain.</param>
/// <param name="Inputs">The values that the message holds, by input.</param>
internal sealed record ChoosingCase(
    string Message,
    CaseKind Kind,
    string? Expected,
    IReadOnlyList<string>? Among = null,
    IReadOnlyDictionary<string, string>? Inputs = null
);

/// <summary>The published cases of one domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Held">Whether the domain was put aside: nothing is fitted or tuned on it.</param>
/// <param name="Connectors">Its connectors.</param>
/// <param name="Cases">Its cases.</param>
internal sealed record ChoosingDomain(
    string Domain,
    bool Held,
    IReadOnlyList<ConnectorDefinition> Connectors,
    IReadOnlyList<ChoosingCase> Cases
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectNullableAnnotations = false,
    };

    /// <summary>Reads every file of a folder, by name.</summary>
    public static IReadOnlyList<ChoosingDomain> ReadAll(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(File.ReadAllText(file))),
        ];

    /// <summary>The candidates that stand for some of the connectors.</summary>
    public static IReadOnlyList<AgentCandidate> Candidates(
        IEnumerable<ConnectorDefinition> connectors
    ) =>
        [
            .. connectors.Select(
                (connector, index) =>
                    new AgentCandidate(
                        index + 1,
                        VersionNumber: 1,
                        connector,
                        ExecutionProfiles.Preview(connector.ExampleResponse)
                    )
            ),
        ];

    /// <summary>The connectors that are candidates in a case.</summary>
    public IEnumerable<ConnectorDefinition> Of(ChoosingCase @case) =>
        @case.Among is null
            ? Connectors
            : Connectors.Where(connector =>
                @case.Among.Contains(connector.Name, StringComparer.Ordinal)
            );

    private static ChoosingDomain Read(string json)
    {
        var file = JsonSerializer.Deserialize<DomainFile>(json, Json)!;
        return new ChoosingDomain(
            file.Domain,
            file.Held,
            [
                .. file.Connectors.Select(connector => new ConnectorDefinition
                {
                    Name = connector.Name,
                    Description = connector.Description,
                    Url = "https://api.example.com/",
                    Method = Enum.Parse<RequestMethod>(connector.Method, ignoreCase: true),
                    DataInputs =
                    [
                        .. connector.Inputs.Select(input => new DataInput
                        {
                            Name = input.Name,
                            Type = Enum.Parse<DataInputType>(input.Type, ignoreCase: true),
                            Description = input.Description,
                            IsRequired = input.Required,
                        }),
                    ],
                }),
            ],
            file.Cases
        );
    }

    private sealed record DomainFile(
        string Domain,
        bool Held,
        IReadOnlyList<ConnectorLine> Connectors,
        IReadOnlyList<ChoosingCase> Cases
    );

    private sealed record ConnectorLine(
        string Name,
        string Description,
        string Method,
        IReadOnlyList<InputLine> Inputs
    );

    private sealed record InputLine(string Name, string Type, string Description, bool Required);
}
