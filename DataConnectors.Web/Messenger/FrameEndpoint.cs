using System.Net.Mime;
using System.Text.Encodings.Web;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.Workspace;

namespace DataConnectors.Web.Messenger;

/// <summary>The page inside the frame that <c>/messenger.js</c> puts on a page: the only page of this server that others may embed.</summary>
internal static class FrameEndpoint
{
    public static void MapFrame(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/messenger/frame", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        AllowedOrigins origins,
        WorkspaceQueries workspaces,
        IHostEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        var allowed = await origins.ListAsync(cancellationToken);
        var ancestors =
            allowed.Count == 0 && environment.IsDevelopment()
                ? "*"
                : string.Join(' ', allowed.Prepend("'self'"));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
            + $"base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        var workspace = await workspaces.GetAsync(cancellationToken);
        return Results.Text(
            Page(
                HtmlEncoder.Default.Encode(
                    workspace?.Name is { Length: > 0 } name ? name : "Messenger"
                )
            ),
            MediaTypeNames.Text.Html,
            System.Text.Encoding.UTF8
        );
    }

    private static string Page(string name) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Messenger · {name}</title>
            <link rel="stylesheet" href="/fonts/inter.css">
            <link rel="stylesheet" href="/messenger/frame.css">
            <script type="module" src="/messenger/frame.js"></script>
            </head>
            <body>
            <main id="messenger" class="messenger" aria-label="Messenger" data-workspace="{name}"></main>
            </body>
            </html>
            """;
}
