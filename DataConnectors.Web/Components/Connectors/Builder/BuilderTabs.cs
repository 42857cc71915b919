using DataConnectors.Core.Kernel;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>A tab of the builder, in the order of the work.</summary>
public enum BuilderTab
{
    /// <summary>What is called, and how.</summary>
    Api,

    /// <summary>What Fin may read of the answer.</summary>
    Data,

    /// <summary>Whether Fin triggers the connector by itself.</summary>
    Fin,

    /// <summary>Who it runs for.</summary>
    Security,
}

/// <summary>Which tab a field of the definition is edited in, and how tabs and fields are named in URLs and pages.</summary>
public static class BuilderTabs
{
    /// <summary>Every tab, in order.</summary>
    public static IReadOnlyList<BuilderTab> All { get; } =
    [BuilderTab.Api, BuilderTab.Data, BuilderTab.Fin, BuilderTab.Security];

    /// <summary>The tab as people read it.</summary>
    public static string Title(this BuilderTab tab) =>
        tab == BuilderTab.Api ? "API" : tab.ToString();

    /// <summary>The tab as the URL has it: <c>api</c>.</summary>
    public static string Slug(this BuilderTab tab) => tab.ToString().ToLowerInvariant();

    /// <summary>The tab that a URL names; the first when it names none.</summary>
    public static BuilderTab FromSlug(string? slug) =>
        All.FirstOrDefault(tab =>
            string.Equals(tab.Slug(), slug, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The builder's address, with its tab.</summary>
    public static string Url(long connectorId, BuilderTab tab) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/settings/integrations/data-connectors/{connectorId}/edit?tab={tab.Slug()}"
        );

    /// <summary>The tab in which the field at <paramref name="path"/> (as in <see cref="Problem.Path"/>) is mended.</summary>
    public static BuilderTab ForPath(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        var member = end < 0 ? path : path[..end];
        return member switch
        {
            "dataAccess"
            or "responseTransformation"
            or "responseFields"
            or "pythonCode"
            or "javaScriptCode"
            or "objectMappings" => BuilderTab.Data,
            "directFinUsage" or "audienceIds" or "customAudience" or "rolloutPercent" =>
                BuilderTab.Fin,
            "customerAuthentication" or "bypassAuthentication" => BuilderTab.Security,
            _ => BuilderTab.Api,
        };
    }

    /// <summary>How many of <paramref name="problems"/> are mended in <paramref name="tab"/>.</summary>
    public static int Count(this IReadOnlyList<Problem> problems, BuilderTab tab) =>
        problems.Count(problem => ForPath(problem.Path) == tab);
}
