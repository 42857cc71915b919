using System.Text.Json;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Values of attributes that a program sent, held against what is defined.</summary>
/// <param name="Values">Those that can be stored, by name; null clears one.</param>
/// <param name="Faults">Why the others cannot, by name.</param>
public sealed record CheckedAttributes(
    IReadOnlyDictionary<string, JsonElement?> Values,
    IReadOnlyDictionary<string, string> Faults
);

/// <summary>Holds values of attributes against the attributes defined in this workspace.</summary>
public sealed class CheckAttributes(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>What can be stored, and why the rest cannot.</summary>
    /// <param name="owner">Whose attributes.</param>
    /// <param name="given">Values by name; null clears one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<CheckedAttributes> RunAsync(
        AttributeOwner owner,
        IReadOnlyDictionary<string, JsonElement> given,
        CancellationToken cancellationToken
    )
    {
        var values = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (given.Count == 0)
        {
            return new CheckedAttributes(values, faults);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var types = await context
            .Set<AttributeDefinition>()
            .Where(attribute => attribute.Owner == owner)
            .ToDictionaryAsync(
                attribute => attribute.Name,
                attribute => attribute.Type,
                StringComparer.Ordinal,
                cancellationToken
            );
        foreach (var (name, value) in given)
        {
            if (!types.TryGetValue(name, out var type))
            {
                faults[name] =
                    $"{(owner == AttributeOwner.Person ? "User" : "Conversation")} attribute '{name}' does not exist";
            }
            else if (value.ValueKind == JsonValueKind.Null)
            {
                values[name] = null;
            }
            else if (AttributeValues.Convert(value, type).TryGet(out var converted, out var met))
            {
                values[name] = converted;
            }
            else
            {
                faults[name] =
                    $"Attribute '{name}' takes {AttributeValues.NameOf(type)}, and the value {met}";
            }
        }

        return new CheckedAttributes(values, faults);
    }
}
