namespace DataConnectors.Core.CustomerAuthentication;

/// <summary>The workspace's rules for who counts as authenticated.</summary>
public static class CustomerAuthenticationRules
{
    /// <summary>
    /// Null when the session satisfies the rules; else a sentence that says what is missing. Today one rule exists: the person
    /// must be a signed-in user.
    /// </summary>
    public static string? Unmet(CustomerSession session) =>
        session is { IsSignedIn: true, PersonId: not null }
            ? null
            : "This connector is only for signed-in users. Sign in and ask again, or turn customer authentication off in the Security tab.";
}
