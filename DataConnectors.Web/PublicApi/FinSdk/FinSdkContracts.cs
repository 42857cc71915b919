using DataConnectors.Web.PublicApi.DataConnectors.Contracts;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.FinSdk;

/// <summary>What the workspace has that the command-line client works with.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Procedures">None yet.</param>
/// <param name="Tasks">None yet.</param>
/// <param name="DataConnectors">Every data connector, most recently updated first.</param>
/// <param name="Guidance">None yet.</param>
internal sealed record FinSdkManifest(
    FinSdkWorkspace Workspace,
    IReadOnlyList<FinSdkNamed> Procedures,
    IReadOnlyList<FinSdkNamed> Tasks,
    IReadOnlyList<FinSdkListed> DataConnectors,
    IReadOnlyList<FinSdkNamed> Guidance
);

/// <summary>The workspace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AppId">Its unique identifier.</param>
/// <param name="AppIdCode">The short code by which programs know it.</param>
internal sealed record FinSdkWorkspace(string Name, string AppId, string AppIdCode);

/// <summary>Something with a name.</summary>
/// <param name="Id">Its unique identifier.</param>
/// <param name="Name">Its name.</param>
internal sealed record FinSdkNamed(string Id, string Name);

/// <summary>A data connector in the manifest.</summary>
/// <param name="Id">Its unique identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it serves customers.</param>
internal sealed record FinSdkListed(string Id, string Name, StateName State);

/// <summary>A data connector to be made.</summary>
[Needed("name")]
internal sealed record CreateFinSdkConnectorRequest
{
    /// <summary>The name; needed.</summary>
    public string? Name { get; init; }
}

/// <summary>A data connector that was made, to be finished in the console.</summary>
/// <param name="Id">Its unique identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="WebUrl">Where it is finished.</param>
/// <param name="Message">What to do next.</param>
internal sealed record CreatedFinSdkConnector(
    string Id,
    string Name,
    string WebUrl,
    string Message
);

/// <summary>A data connector in short: what goes in, what is called, what comes out.</summary>
/// <param name="Id">Its unique identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it serves customers.</param>
/// <param name="Description">What Fin reads to choose it.</param>
/// <param name="EnableDirectUsage">Whether Fin triggers it by itself.</param>
/// <param name="Request">What is called.</param>
/// <param name="Inputs">The data inputs by name.</param>
/// <param name="Outputs">The fields that Fin reads, by path.</param>
internal sealed record FinSdkConnector(
    string Id,
    string Name,
    StateName State,
    string Description,
    bool EnableDirectUsage,
    FinSdkRequest Request,
    IReadOnlyDictionary<string, FinSdkInput> Inputs,
    IReadOnlyDictionary<string, FinSdkOutput> Outputs
);

/// <summary>What a data connector calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL with placeholders.</param>
internal sealed record FinSdkRequest(HttpMethodName Method, string Url);

/// <summary>A data input.</summary>
/// <param name="Type">What its values are.</param>
/// <param name="Description">What Fin is told so that it can ask.</param>
/// <param name="Required">Whether a run needs a value.</param>
internal sealed record FinSdkInput(DataInputTypeName Type, string Description, bool Required);

/// <summary>A field that Fin reads.</summary>
/// <param name="Type">What stands there.</param>
internal sealed record FinSdkOutput(ResponseFieldTypeName Type);

/// <summary>The versions of a data connector, newest first.</summary>
/// <param name="Versions">The versions.</param>
internal sealed record FinSdkVersionList(IReadOnlyList<FinSdkVersion> Versions);

/// <summary>A version.</summary>
/// <param name="Status"><c>live</c>, <c>paused</c>, <c>draft</c> or <c>previously_live</c>.</param>
/// <param name="CreatedAt">When it was published; of the draft, when it was saved.</param>
/// <param name="Author">Who did so.</param>
/// <param name="Note">What they wrote about it.</param>
internal sealed record FinSdkVersion(
    string Status,
    DateTimeOffset CreatedAt,
    FinSdkAuthor Author,
    string Note
);

/// <summary>Who published a version.</summary>
/// <param name="Name">The name.</param>
internal sealed record FinSdkAuthor(string Name);

/// <summary>The audiences of the workspace.</summary>
/// <param name="Audiences">The audiences.</param>
internal sealed record FinSdkAudienceList(IReadOnlyList<FinSdkNamed> Audiences);
