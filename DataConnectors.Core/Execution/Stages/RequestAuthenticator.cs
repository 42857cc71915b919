using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 4: lays the tokens beside the request. A token with a domain is sent to that host and its subdomains only.</summary>
internal sealed class RequestAuthenticator(TokenReader tokens)
{
    public async ValueTask<Outcome<AuthenticatedRequest, StageFailure>> AuthenticateAsync(
        RenderedRequest request,
        IReadOnlyList<long> tokenIds,
        CancellationToken cancellationToken
    )
    {
        if (tokenIds.Count == 0)
        {
            return new AuthenticatedRequest(request, []);
        }

        Outcome<IReadOnlyList<SecretHeader>, TokenFailure> read;
        try
        {
            read = await tokens.ReadAsync(tokenIds, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new StageFailure(
                ErrorType.TokenRefresh,
                "The tokens could not be read in the time that the run may take. Try again.",
                "tokenIds"
            );
        }

        if (!read.TryGet(out var headers, out var failure))
        {
            return new StageFailure(ErrorType.TokenRefresh, failure.Message, "tokenIds");
        }

        foreach (var header in headers)
        {
            if (!IsSentTo(request.Url, header.Domain))
            {
                return new StageFailure(
                    ErrorType.RequestConfiguration,
                    $"The token \"{header.TokenName}\" may only be sent to {header.Domain}. Detach it, or change the URL.",
                    "tokenIds"
                );
            }

            foreach (var given in request.Headers)
            {
                if (string.Equals(given.Name, header.Name, StringComparison.OrdinalIgnoreCase))
                {
                    return new StageFailure(
                        ErrorType.RequestConfiguration,
                        $"The header {header.Name} is set twice: as a header and by the token \"{header.TokenName}\". Remove one.",
                        "tokenIds"
                    );
                }
            }
        }

        return new AuthenticatedRequest(request, headers);
    }

    private static bool IsSentTo(string url, string? domain) =>
        domain is null
        || (
            Uri.TryCreate(url, UriKind.Absolute, out var address)
            && TokenDomain.Covers(domain, address.Host)
        );
}
