using System.Text.Json;

namespace DataConnectors.Web.Messenger;

/// <summary>Reads the JSON that a browser sent.</summary>
internal static class MessengerBody
{
    /// <summary>The record; a <see cref="BadHttpRequestException"/> when the body is something else.</summary>
    public static async Task<T> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException(
                "The body is not declared as JSON.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        try
        {
            return await context.Request.ReadFromJsonAsync<T>(
                    MessengerJson.Options,
                    context.RequestAborted
                ) ?? throw new BadHttpRequestException("The body is null.");
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is not the JSON that is expected.", fault);
        }
    }
}
