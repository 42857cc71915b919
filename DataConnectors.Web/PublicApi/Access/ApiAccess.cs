using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Web.PublicApi.Access;

/// <summary>Says of an endpoint which scopes open it, and hands it whoever calls.</summary>
internal static class ApiAccess
{
    /// <summary>Reads of connectors and execution results.</summary>
    public const string ReadConnectors = "api.read-connectors";

    /// <summary>Writes, and runs.</summary>
    public const string WriteConnectors = "api.write-connectors";

    /// <summary>Reads of versions.</summary>
    public const string ReadVersions = "api.read-versions";

    /// <summary>Changes of notes of versions.</summary>
    public const string WriteVersions = "api.write-versions";

    /// <summary>Reads of conversations, and of why Fin said what it said.</summary>
    public const string ReadConversations = "api.read-conversations";

    /// <summary>Talking to Fin, and writes of conversations.</summary>
    public const string WriteConversations = "api.write-conversations";

    /// <summary>Reads of contacts.</summary>
    public const string ReadUsers = "api.read-users";

    /// <summary>Writes of contacts.</summary>
    public const string WriteUsers = "api.write-users";

    /// <summary>Any access token that is accepted.</summary>
    public const string AnyToken = "api.any-token";

    /// <summary>The scopes of each policy; any one of them opens it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Scopes { get; } =
        new Dictionary<string, IReadOnlyList<string>>
        {
            [ReadConnectors] = [ApiScopes.ReadExecutionResults, ApiScopes.ReadWriteConnectors],
            [WriteConnectors] = [ApiScopes.ReadWriteConnectors],
            [ReadVersions] = [ApiScopes.ReadVersions, ApiScopes.ReadWriteVersions],
            [WriteVersions] = [ApiScopes.ReadWriteVersions],
            [ReadConversations] = [ApiScopes.ReadConversations, ApiScopes.WriteConversations],
            [WriteConversations] = [ApiScopes.WriteConversations],
            [ReadUsers] = [ApiScopes.ReadUsers, ApiScopes.WriteUsers],
            [WriteUsers] = [ApiScopes.WriteUsers],
            [AnyToken] = [],
        };

    /// <summary>What the access token of this request is good for; there is one behind every policy above.</summary>
    public static AccessGrant Grant(this HttpContext context) =>
        context.Features.Get<AccessGrant>()
        ?? throw new InvalidOperationException("The endpoint has no policy of ApiAccess.");
}
