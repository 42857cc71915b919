using System.Text.Json;

namespace DataConnectors.Core.People;

/// <summary>What the workspace's own systems vouch for of somebody who is signed in there. One of user id and email address is there.</summary>
/// <param name="UserId">The id those systems use; null when they know the person by the email address.</param>
/// <param name="Email">The email address; null when it was not told.</param>
/// <param name="Name">The full name; null when it was not told.</param>
/// <param name="Company">The company; null when it was not told.</param>
/// <param name="Attributes">Facts by the names those systems use; only those defined in this workspace are stored.</param>
public sealed record UserIdentity(
    string? UserId,
    string? Email,
    string? Name = null,
    CompanyIdentity? Company = null,
    IReadOnlyDictionary<string, JsonElement>? Attributes = null
);

/// <summary>The company of somebody who is signed in.</summary>
/// <param name="CompanyId">The id the workspace's own systems use.</param>
/// <param name="Name">The name; null when it was not told.</param>
public sealed record CompanyIdentity(string CompanyId, string? Name);
