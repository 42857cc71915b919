using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>A data connector in a list.</summary>
/// <param name="Id">The unique identifier.</param>
/// <param name="Name">The name of the draft.</param>
/// <param name="Description">What Fin reads to choose it.</param>
/// <param name="State">Whether it serves customers.</param>
/// <param name="HttpMethod">The method it calls with.</param>
/// <param name="DirectFinUsage">Whether Fin triggers it by itself.</param>
/// <param name="CreatedByAdminId">Who made it.</param>
/// <param name="UpdatedByAdminId">Who saved it last.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When its draft or state last changed.</param>
/// <param name="ExecutionResultsUrl">Where its execution results are.</param>
internal sealed record DataConnector(
    string Id,
    string Name,
    string? Description,
    StateName State,
    HttpMethodName HttpMethod,
    bool DirectFinUsage,
    string? CreatedByAdminId,
    string? UpdatedByAdminId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string ExecutionResultsUrl
)
{
    /// <summary>Always <c>data_connector</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "data_connector";
}

/// <summary>A data connector that is gone.</summary>
/// <param name="Id">What it was known by.</param>
internal sealed record DeletedDataConnectorObject(string Id)
{
    /// <summary>Always <c>data_connector</c>.</summary>
    public string Object { get; } = "data_connector";

    /// <summary>Always true.</summary>
    public bool Deleted { get; } = true;
}
