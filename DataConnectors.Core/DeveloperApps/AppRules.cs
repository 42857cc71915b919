using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>What must hold for an app.</summary>
internal static class AppRules
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Most redirect URIs of one app.</summary>
    public const int MaxRedirectUris = 20;

    /// <summary>The longest redirect URI, in characters.</summary>
    public const int MaxUriLength = 2000;

    /// <summary>Every broken rule at once.</summary>
    public static List<Problem> Check(AppDetails details)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(details.Name))
        {
            problems.Add(
                new(
                    "name",
                    "Give the app a name. Teammates read it when they are asked for consent."
                )
            );
        }
        else if (details.Name.Trim().Length > MaxNameLength)
        {
            problems.Add(new("name", $"Shorten the name to {MaxNameLength} characters."));
        }

        problems.AddRange(ScopeRules.Check(details.Scopes));
        if (details.RedirectUris.Count > MaxRedirectUris)
        {
            problems.Add(new("redirectUris", $"Keep at most {MaxRedirectUris} redirect URIs."));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < details.RedirectUris.Count; index++)
        {
            var uri = details.RedirectUris[index].Trim();
            var fault = seen.Add(uri) ? FaultOf(uri) : "stands here twice. Keep it once.";
            if (fault is not null)
            {
                problems.Add(new($"redirectUris[{index}]", $"\"{uri}\" {fault}"));
            }
        }

        return problems;
    }

    private static string? FaultOf(string uri) =>
        uri.Length > MaxUriLength ? $"is longer than {MaxUriLength} characters. Shorten it."
        : uri.Any(char.IsWhiteSpace) || !Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            ? "is not an absolute URL. Enter one such as https://app.example.com/callback."
        : parsed.Scheme != Uri.UriSchemeHttps
        && !(parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback)
            ? "must begin with https://. Plain http is possible for this machine only, such as http://localhost:3000/callback."
        : uri.Contains('#', StringComparison.Ordinal)
            ? "has a fragment. Remove # and what follows it."
        : parsed.UserInfo.Length > 0 ? "holds a user name. Remove what stands before @."
        : null;
}
