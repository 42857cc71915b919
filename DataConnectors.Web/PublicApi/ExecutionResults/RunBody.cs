using System.Text.Json;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>What a run is asked for with.</summary>
/// <param name="Inputs">Values of the data inputs, by name: text, number, true, false, or null for no value.</param>
/// <param name="ContactId">The contact it runs for.</param>
/// <param name="ConversationId">The conversation it runs in; its contact is whom it runs for where none is named.</param>
internal sealed record RunBody(
    IReadOnlyDictionary<string, JsonElement>? Inputs,
    string? ContactId,
    string? ConversationId
)
{
    private const long MaxBytes = 1024 * 1024;

    /// <summary>The JSON object that was sent, or the answer that refuses it: what is no JSON, and members that are not among <paramref name="names"/>.</summary>
    public static async Task<(JsonElement Json, IResult? Refusal)> ReadAsync(
        HttpContext context,
        IReadOnlyCollection<string> names
    )
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        if (!context.Request.HasJsonContentType())
        {
            return Refuse(
                StatusCodes.Status415UnsupportedMediaType,
                ErrorCodes.ClientError,
                "Send the body as JSON in UTF-8, with Content-Type: application/json."
            );
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body,
                new JsonDocumentOptions { AllowDuplicateProperties = false },
                context.RequestAborted
            );
            var json = document.RootElement.Clone();
            if (json.ValueKind != JsonValueKind.Object)
            {
                return Refuse(
                    StatusCodes.Status422UnprocessableEntity,
                    ErrorCodes.ParameterInvalid,
                    "The body must be a JSON object."
                );
            }

            var unknown = json.EnumerateObject()
                .Select(member => member.Name)
                .Where(name => !names.Contains(name))
                .Select(name => new ApiError(
                    ErrorCodes.ParameterInvalid,
                    $"There is no {name}. The API reference lists what can be sent.",
                    name
                ))
                .ToList();
            return unknown.Count == 0
                ? (json, null)
                : (default, ApiErrors.Of(StatusCodes.Status422UnprocessableEntity, unknown));
        }
        catch (JsonException fault)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                ErrorCodes.ClientError,
                $"The body is not valid JSON at line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}."
            );
        }
    }

    private static (JsonElement Json, IResult? Refusal) Refuse(
        int statusCode,
        string code,
        string message
    ) => (default, ApiErrors.Of(statusCode, code, message));
}
