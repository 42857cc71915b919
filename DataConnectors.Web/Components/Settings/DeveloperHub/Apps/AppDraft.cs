using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Settings.DeveloperHub.Apps;

/// <summary>What is being entered about an app.</summary>
public sealed class AppDraft
{
    private const string RedirectUriPath = "redirectUris";

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The scopes that are chosen.</summary>
    public HashSet<string> Scopes { get; } = new(StringComparer.Ordinal);

    /// <summary>The redirect URIs, one on a line.</summary>
    public string RedirectUris { get; set; } = "";

    /// <summary>What is entered, as the commands take it.</summary>
    public AppDetails Details =>
        new(
            Name,
            Scopes,
            RedirectUris.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );

    /// <summary>A draft that says what the app is now.</summary>
    public static AppDraft Of(AppSummary app)
    {
        var draft = new AppDraft
        {
            Name = app.Name,
            RedirectUris = string.Join('\n', app.RedirectUris),
        };
        draft.Scopes.UnionWith(app.Scopes);
        return draft;
    }

    /// <summary>Whether saving would change the app.</summary>
    public bool Differs(AppSummary app)
    {
        var details = Details;
        return details.Name.Trim() != app.Name
            || !Scopes.SetEquals(app.Scopes)
            || !details.RedirectUris.SequenceEqual(app.RedirectUris, StringComparer.Ordinal);
    }

    /// <summary>The problems of a fault at the fields of the form: the lines are one field.</summary>
    public static FieldProblems ProblemsOf(Fault? fault) =>
        new(
            [
                .. (fault?.Problems ?? []).Select(problem =>
                    problem.Path.StartsWith(RedirectUriPath, StringComparison.Ordinal)
                        ? problem with
                        {
                            Path = RedirectUriPath,
                        }
                        : problem
                ),
            ],
            ShowsAll: true
        );
}
