using System.Globalization;

namespace DataConnectors.Web.Components.FinAgent;

/// <summary>The addresses of the pages under Fin AI Agent, built in one place.</summary>
internal static class FinAgentPages
{
    /// <summary>The form of a new article.</summary>
    public const string NewArticle = Articles + "/new";

    /// <summary>Where Fin answers.</summary>
    public const string Deploy = "/fin-ai-agent/deploy";

    private const string Articles = "/fin-ai-agent/content";

    /// <summary>The articles, those that hold <paramref name="search"/>.</summary>
    public static string Content(string? search = null) =>
        string.IsNullOrWhiteSpace(search)
            ? Articles
            : $"{Articles}?q={Uri.EscapeDataString(search.Trim())}";

    /// <summary>One article.</summary>
    public static string Article(long articleId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Articles}/{articleId}");
}
