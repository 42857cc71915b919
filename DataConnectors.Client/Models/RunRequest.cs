using System.Text.Json;

namespace DataConnectors.Client.Models;

/// <summary>What a run begins with.</summary>
public sealed record RunRequest
{
    /// <summary>The values of data inputs by their names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } =
        new Dictionary<string, JsonElement>();

    /// <summary>The person for whom it runs; null for nobody.</summary>
    public string? ContactId { get; init; }

    /// <summary>The conversation in which it runs; null for none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>A run with these values, written as <c>new { order_id = "1042" }</c>.</summary>
    /// <param name="inputs">An object or a dictionary, whose members are the data inputs.</param>
    public static RunRequest With(object inputs) =>
        new()
        {
            Inputs = JsonSerializer
                .SerializeToElement(inputs)
                .EnumerateObject()
                .ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal),
        };
}
