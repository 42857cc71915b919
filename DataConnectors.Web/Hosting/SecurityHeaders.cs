using System.Security.Cryptography;

namespace DataConnectors.Web.Hosting;

/// <summary>What browsers may do with an answer.</summary>
internal static class SecurityHeaders
{
    private const string FormTargets = "form-action 'self'";
    private static readonly object NonceKey = new();

    /// <summary>
    /// Sets the headers on every answer. Scripts come from this server only (the import map carries a nonce); styles may be inline,
    /// because the component kit and the code editor write them; workers may be blobs, because the code editor makes them so.
    /// </summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                context.Items[NonceKey] = nonce;
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy =
                    $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
                    + $"object-src 'none'; base-uri 'self'; {FormTargets}; frame-ancestors 'self'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                return next(context);
            }
        );

    /// <summary>Keeps browsers from taking an answer for anything but what its content type says: all that an answer to a program needs.</summary>
    public static void UseDeclaredContentTypes(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return next(context);
            }
        );

    /// <summary>The nonce that lets an inline script of this answer run.</summary>
    public static string? ScriptNonce(this HttpContext context) =>
        context.Items[NonceKey] as string;

    /// <summary>Lets the answer to a form of this page lead to another site: browsers judge the redirect that follows a form, too.</summary>
    public static void AllowFormsToLeadTo(this HttpContext context, Uri target) =>
        context.Response.Headers.ContentSecurityPolicy = context
            .Response.Headers.ContentSecurityPolicy.ToString()
            .Replace(
                FormTargets,
                $"{FormTargets} {target.GetLeftPart(UriPartial.Authority)}",
                StringComparison.Ordinal
            );
}
