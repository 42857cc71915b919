namespace DataConnectors.Core.DeveloperApps;

/// <summary>What somebody enters about an app.</summary>
/// <param name="Name">What teammates read; required, unique.</param>
/// <param name="Scopes">What it may ask for, of <see cref="ApiScopes.All"/>; at least one.</param>
/// <param name="RedirectUris">Where authorization codes may be sent; none for an app that only acts by itself.</param>
public sealed record AppDetails(
    string Name,
    IReadOnlyCollection<string> Scopes,
    IReadOnlyList<string> RedirectUris
)
{
    /// <summary>The details in the form in which they are stored.</summary>
    internal AppDetails Trimmed() =>
        this with
        {
            Name = Name.Trim(),
            Scopes = [.. ApiScopes.All.Where(Scopes.Contains)],
            RedirectUris = [.. RedirectUris.Select(uri => uri.Trim())],
        };
}
