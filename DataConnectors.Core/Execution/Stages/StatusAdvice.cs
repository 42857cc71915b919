using System.Net;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Says what a status outside 2xx means and what the admin can do.</summary>
internal static class StatusAdvice
{
    public static string For(RawResponse response) =>
        $"The API answered {response.Status}{Reason(response.Status)}. {Advice(response)}";

    private static string Reason(int status)
    {
        // The framework knows the reason phrases; the API's own phrase is not shown, since it may hold anything.
        using var known = new HttpResponseMessage((HttpStatusCode)status);
        return string.IsNullOrEmpty(known.ReasonPhrase) ? "" : " " + known.ReasonPhrase;
    }

    private static string Advice(RawResponse response) =>
        response.Status switch
        {
            >= 300 and < 400 => Redirect(response),
            400 or 422 =>
                "It did not accept the request: compare the body and the values with the API's documentation.",
            401 => "Check that a token is attached and still valid.",
            403 =>
                "The token is known but not allowed to do this: check its permissions at the API.",
            404 =>
                "Check the URL, and whether what was asked for exists. If this is how the API says that there is no such thing, name 404 under \"Also treat as an answer\" in the API tab.",
            405 => "Check the method.",
            408 or 504 => "The API took too long by itself. Try again later.",
            409 => "The state of what was to be changed does not allow it.",
            429 => "Too many calls: the API asks to slow down.",
            >= 500 => "The fault is on the API's side. Try again later, or ask whoever runs it.",
            _ => "",
        };

    private static string Redirect(RawResponse response)
    {
        var location = response
            .Headers.FirstOrDefault(header =>
                header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase)
            )
            ?.Value;
        return Target(location) is { } target
            ? $"It redirects to {target}. Redirects are not followed: put the final address in the URL."
            : "It redirects elsewhere. Redirects are not followed: put the final address in the URL.";
    }

    /// <summary>Where to, without query and fragment, which may hold secrets.</summary>
    private static string? Target(string? location)
    {
        if (location is ['/', not '/', ..])
        {
            return location.Split('?', '#')[0];
        }

        return
            Uri.TryCreate(location, UriKind.Absolute, out var target)
            && (target.Scheme == Uri.UriSchemeHttps || target.Scheme == Uri.UriSchemeHttp)
            ? $"{target.Scheme}://{target.Authority}{target.AbsolutePath}"
            : null;
    }
}
