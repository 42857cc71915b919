using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>What must hold for the scopes that somebody chooses for an app or an access token.</summary>
internal static class ScopeRules
{
    /// <summary>Every broken rule, at <c>scopes</c>.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyCollection<string> scopes)
    {
        if (scopes.Count == 0)
        {
            yield return new("scopes", "Choose at least one scope.");
        }

        foreach (var scope in scopes.Except(ApiScopes.All, StringComparer.Ordinal))
        {
            yield return new(
                "scopes",
                $"\"{scope}\" is not a scope. Choose from: {string.Join(", ", ApiScopes.All)}."
            );
        }
    }
}
