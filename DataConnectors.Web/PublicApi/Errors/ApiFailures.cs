namespace DataConnectors.Web.PublicApi.Errors;

/// <summary>Makes an error list of what no endpoint expected.</summary>
internal sealed class ApiFailures(RequestDelegate next, ILogger<ApiFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await ApiErrors.WriteAsync(
                context,
                exception.StatusCode,
                exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? ErrorCodes.RequestTooLarge
                    : ErrorCodes.ClientError,
                exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? "The body is larger than 1 MiB. Send less."
                    : "The request could not be read. Check its body and its length."
            );
        }
        catch (Exception exception)
            when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(exception, "Request {RequestId} failed", context.TraceIdentifier);
            await ApiErrors.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                ErrorCodes.ServerError,
                "Something failed here and is in our log under this request id. Try again; if it fails again, tell whoever runs this server."
            );
        }
    }
}
