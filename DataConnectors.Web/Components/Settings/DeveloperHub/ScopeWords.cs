using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Web.Components.Settings.DeveloperHub;

/// <summary>Scopes in plain words.</summary>
internal static class ScopeWords
{
    // What OAuth calls asking for a refresh token.
    private const string Offline = "offline_access";

    /// <summary>What whoever has the scope can do: a phrase that follows "can".</summary>
    public static string Of(string scope) =>
        scope switch
        {
            ApiScopes.ReadExecutionResults => "Read data connectors and their execution results",
            ApiScopes.ReadWriteConnectors =>
                "Read, create, change, run and delete data connectors, and add tokens",
            ApiScopes.ReadVersions => "Read versions of data connectors",
            ApiScopes.ReadWriteVersions =>
                "Read versions of data connectors and change their notes",
            ApiScopes.ReadConversations => "Read conversations, and why Fin said what it said",
            ApiScopes.WriteConversations =>
                "Talk to Fin as any of your users, and read and write conversations",
            ApiScopes.ReadUsers => "Read people",
            ApiScopes.WriteUsers => "Read, create and change people",
            Offline => "Keep this access while you are away",
            _ => scope,
        };
}
