namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Where to go after sign-in: only ever a page of this server.</summary>
internal static class LocalUrl
{
    /// <summary>The first page of the console.</summary>
    public const string Start = "/settings/integrations/data-connectors";

    /// <summary><paramref name="url"/> when it is a path of this server, else <see cref="Start"/>.</summary>
    public static string OrStart(string? url) => url is not null && IsLocal(url) ? url : Start;

    // "//host" and "/\host" name another host; browsers drop tabs and line breaks before they read a URL.
    private static bool IsLocal(string url) =>
        url.Length > 1
        && url[0] == '/'
        && url[1] is not ('/' or '\\')
        && !url.Any(character => char.IsControl(character) || character == '\\');
}
