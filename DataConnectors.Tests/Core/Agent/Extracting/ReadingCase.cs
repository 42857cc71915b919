using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DataConnectors.Core.Agent.Extracting;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Tests.Core.Agent.Extracting;

/// <summary>A message for a connector and the values that a careful person reads out of it.</summary>
/// <param name="Domain">The file it is from.</param>
/// <param name="Connector">The connector that the message was written to.</param>
/// <param name="Message">What the customer writes.</param>
/// <param name="Expected">Every value that the message gives, by input name.</param>
internal sealed record ReadingCase(
    string Domain,
    ConnectorDefinition Connector,
    string Message,
    IReadOnlyDictionary<string, string> Expected
)
{
    /// <summary>The day on which all cases were written: relative dates count from it. A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>Files with this prefix are kept from those who tune the reading.</summary>
    public const string HeldPrefix = "held-";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = true,
    };

    /// <summary>All cases of the project.</summary>
    public static IReadOnlyList<ReadingCase> All { get; } = [.. Load()];

    /// <summary>What the reading finds.</summary>
    public IReadOnlyDictionary<string, string> Read() =>
        InputExtractor.Extract(Message, Connector, Today);

    /// <summary>Whether two values of an input are the same; numbers by value.</summary>
    public bool IsSame(string name, string one, string other) =>
        one == other
        || Connector.DataInputs.Single(input => input.Name == name).Type
            is DataInputType.Number
                or DataInputType.Decimal
            && decimal.Parse(one, CultureInfo.InvariantCulture)
                == decimal.Parse(other, CultureInfo.InvariantCulture);

    private static IEnumerable<ReadingCase> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("extracting/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var group in JsonSerializer.Deserialize<Group[]>(stream, Json)!)
            {
                var connector = new ConnectorDefinition
                {
                    Name = group.Connector.Name,
                    Description = group.Connector.Description,
                    Url = "https://api.example.com/",
                    DataInputs =
                    [
                        .. group.Connector.Inputs.Select(input => new DataInput
                        {
                            Name = input.Name,
                            Type = Enum.Parse<DataInputType>(input.Type),
                            Description = input.Description,
                            IsRequired = input.Required,
                        }),
                    ],
                };
                foreach (var written in group.Cases)
                {
                    yield return new ReadingCase(
                        resource["extracting/".Length..],
                        connector,
                        written.Message,
                        written.Inputs
                    );
                }
            }
        }
    }

    private sealed record Group(WrittenConnector Connector, IReadOnlyList<WrittenCase> Cases);

    private sealed record WrittenConnector(
        string Name,
        string Description,
        IReadOnlyList<WrittenInput> Inputs
    );

    private sealed record WrittenInput(string Name, string Type, string Description, bool Required);

    private sealed record WrittenCase(string Message, Dictionary<string, string> Inputs);
}
