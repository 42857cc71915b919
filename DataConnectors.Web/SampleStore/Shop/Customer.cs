using System.Text.Json.Serialization;

namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Somebody who buys.</summary>
/// <param name="Id">As <c>cus_1001</c>.</param>
/// <param name="Plan"><c>free</c>, or the plan of the subscription.</param>
/// <param name="Country">Two letters, ISO 3166.</param>
/// <param name="Phone">International form; null when never given.</param>
/// <param name="Address">Where parcels go.</param>
internal sealed record Customer(
    string Id,
    string Email,
    string Name,
    string Plan,
    string Country,
    string? Phone,
    Address Address,
    DateTimeOffset CreatedAt
);

/// <summary>A postal address.</summary>
internal sealed record Address(string Line1, string City, string PostalCode, string Country)
{
    /// <summary>Whether nothing is missing; a caller may send less.</summary>
    [JsonIgnore]
    public bool IsComplete =>
        !(
            string.IsNullOrWhiteSpace(Line1)
            || string.IsNullOrWhiteSpace(City)
            || string.IsNullOrWhiteSpace(PostalCode)
            || string.IsNullOrWhiteSpace(Country)
        );
}

/// <summary>The customer as an order shows them.</summary>
internal sealed record CustomerSummary(string Id, string Email, string Name);
