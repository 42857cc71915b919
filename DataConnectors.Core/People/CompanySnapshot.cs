using System.Text.Json;

namespace DataConnectors.Core.People;

/// <summary>What an execution may know of the company of the person it runs for.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="ExternalId">The workspace's own id for it (<c>company_id</c>).</param>
/// <param name="Name">The name; empty when unknown.</param>
/// <param name="Attributes">Values of defined attributes by name: JSON scalars and lists of them.</param>
public sealed record CompanySnapshot(
    long Id,
    string ExternalId,
    string Name,
    IReadOnlyDictionary<string, JsonElement> Attributes
)
{
    /// <summary>The name to show: its own, else the id that the workspace's systems use.</summary>
    public string DisplayName => Name.Length > 0 ? Name : ExternalId;

    /// <summary>Reads a stored company.</summary>
    public static CompanySnapshot From(Company company) =>
        new(
            company.Id,
            company.ExternalId,
            company.Name,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(company.AttributesJson)
                ?? []
        );
}
