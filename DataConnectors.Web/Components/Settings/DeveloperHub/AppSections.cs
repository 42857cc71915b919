using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Settings.DeveloperHub;

/// <summary>
/// The sections of an app. Each is a page of its own inside an <see cref="AppFrame"/>, at the app's address with its key behind it.
/// </summary>
internal static class AppSections
{
    /// <summary>What the app is, its secrets, and its end; it stands at the app's own address.</summary>
    public const string Basics = "basics";

    /// <summary>Where the app is told what happens.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Every section, in the order of the tabs.</summary>
    public static IReadOnlyList<TabStripItem> All { get; } =
    [new(Basics, "Basics and secrets"), new(Webhooks, "Webhooks")];

    /// <summary>Where the section of an app is.</summary>
    public static string Address(long appId, string section) =>
        DeveloperHubPages.App(appId, section == Basics ? null : section);
}
