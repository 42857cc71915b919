using System.Globalization;

namespace DataConnectors.Web.Components.Settings.DeveloperHub;

/// <summary>The addresses of the pages under Settings › Developer hub, built in one place.</summary>
internal static class DeveloperHubPages
{
    /// <summary>The apps.</summary>
    public const string Apps = "/settings/developer-hub";

    /// <summary>The teammate's own access tokens.</summary>
    public const string AccessTokens = Apps + "/access-tokens";

    /// <summary>What the public API can do, for whoever writes programs; no page of the console.</summary>
    public const string Reference = "/reference";

    /// <summary>One app, or a section of it.</summary>
    /// <param name="appId">The app.</param>
    /// <param name="section">Of <c>AppSections</c>; null for the first one.</param>
    public static string App(long appId, string? section = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Apps}/apps/{appId}")
        + (section is null ? "" : "/" + section);
}
