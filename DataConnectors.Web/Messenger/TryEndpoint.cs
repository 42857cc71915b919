using System.Globalization;
using System.Net.Mime;
using System.Text.Encodings.Web;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;

namespace DataConnectors.Web.Messenger;

/// <summary>A plain page with the Messenger on it, signed in as a test person when asked. In Development only: it signs for whoever opens it.</summary>
internal static class TryEndpoint
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void MapTry(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/messenger/try", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        string? person,
        PeopleQueries people,
        UserTokens userTokens,
        CancellationToken cancellationToken
    )
    {
        var users = (await people.ListTestPeopleAsync(cancellationToken))
            .Where(candidate =>
                candidate is { Role: PersonRole.User }
                && (candidate.ExternalId is not null || candidate.Email is not null)
            )
            .ToList();
        var chosen = users.Find(user => Text(user.Id) == person);
        var token = chosen is null
            ? null
            : await userTokens.SignAsync(
                new UserIdentity(chosen.ExternalId, chosen.Email, chosen.Name),
                Lifetime,
                cancellationToken
            );
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
        return Results.Text(
            Page(
                string.Concat(users.Select(user => Option(user, user.Id == chosen?.Id))),
                token is null ? "" : $" data-user-jwt=\"{token}\""
            ),
            MediaTypeNames.Text.Html,
            System.Text.Encoding.UTF8
        );
    }

    private static string Option(PersonSnapshot user, bool isChosen) =>
        $"<option value=\"{Text(user.Id)}\"{(isChosen ? " selected" : "")}>{HtmlEncoder.Default.Encode(user.DisplayName)} (user)</option>";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Page(string options, string token) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Try the Messenger · DataConnectors</title>
            <link rel="stylesheet" href="/fonts/inter.css">
            <link rel="stylesheet" href="/messenger/try.css">
            </head>
            <body>
            <main>
            <h1>A page of your website</h1>
            <p>The Messenger waits in the corner, as it will on your own pages. Live data connectors run for real, and everything said is stored.</p>
            <form method="get" action="/messenger/try">
            <label for="person">Person</label>
            <select id="person" name="person"><option value="">Visitor, not signed in</option>{options}</select>
            <button type="submit">Sign in</button>
            </form>
            <p><a href="/settings/messenger">Back to Messenger install</a></p>
            </main>
            <script src="/messenger.js" defer{token}></script>
            </body>
            </html>
            """;
}
