namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Where OAuth answers.</summary>
internal static class OAuthPaths
{
    /// <summary>Codes, credentials and refresh tokens become access tokens.</summary>
    public const string Token = "/oauth/token";

    /// <summary>The original's own token endpoint.</summary>
    public const string EagleToken = "/auth/eagle/token";

    /// <summary>A teammate is asked for consent. The page is one of the console's.</summary>
    public const string Authorize = "/oauth/authorize";

    /// <summary>A token is ended.</summary>
    public const string Revoke = "/oauth/revoke";

    /// <summary>A token is explained to the app it was given to.</summary>
    public const string Introspect = "/oauth/introspect";
}
