namespace DataConnectors.Web.PublicApi.Access;

/// <summary>The names by which callers of the public API are known.</summary>
internal static class AccessTokenScheme
{
    /// <summary>The authentication scheme.</summary>
    public const string Name = "AccessToken";
}
