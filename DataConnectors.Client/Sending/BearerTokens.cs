using System.Net;
using System.Net.Http.Headers;

namespace DataConnectors.Client.Sending;

/// <summary>Sends the access token. One that was fetched and is refused, as after it was revoked, is fetched anew once.</summary>
internal sealed class BearerTokens(AccessTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var token = await tokens.GetAsync(refused: null, cancellationToken);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !tokens.CanFetch)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(
            request,
            await tokens.GetAsync(refused: token, cancellationToken),
            cancellationToken
        );
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        string token,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
