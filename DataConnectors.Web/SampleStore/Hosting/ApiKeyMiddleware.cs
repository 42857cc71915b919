using System.Security.Cryptography;
using System.Text;

namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>Asks for <c>X-Api-Key</c> everywhere but on the index and the faults.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, SampleStoreOptions options)
{
    /// <summary>The header that carries the key.</summary>
    public const string Header = "X-Api-Key";

    private readonly byte[] expected = Encoding.UTF8.GetBytes(options.ApiKey);

    /// <summary>Passes the request on, or answers 401.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (IsOpen(context.Request.Path))
        {
            return next(context);
        }

        var given = context.Request.Headers[Header].ToString();
        if (given.Length == 0)
        {
            return Refuse(context, "api_key_missing", "Send your API key in the header X-Api-Key.");
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected)
            ? next(context)
            : Refuse(context, "api_key_wrong", "The key in the header X-Api-Key is not known.");
    }

    private static bool IsOpen(PathString path) =>
        path.Value is null or "" or "/"
        || path.StartsWithSegments("/faults", StringComparison.Ordinal);

    private static Task Refuse(HttpContext context, string code, string message) =>
        StoreError.Answer(StatusCodes.Status401Unauthorized, code, message).ExecuteAsync(context);
}
