using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Core.Egress;

/// <summary>
/// Opens the connections of all outgoing calls:
/// 1. look the name up, once; 2. judge every answer, and refuse if any is not public, or is this server's own; 3. dial one of the addresses judged.
/// There is no second lookup between judging and dialling that could answer differently.
/// </summary>
internal sealed class EgressConnector(
    EgressGuard guard,
    IHostResolver resolver,
    ISocketDialler dialler,
    IOwnAddresses own,
    TimeProvider clock
)
{
    /// <summary>How long a lookup may take.</summary>
    public static readonly TimeSpan ResolveTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long one address may take while there is another to try.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Opens a connection; throws <see cref="EgressRefusedException"/>, <see cref="HostNotResolvedException"/> or
    /// <see cref="SocketException"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(
        DnsEndPoint endPoint,
        CancellationToken cancellationToken
    )
    {
        var literal = IPAddress.TryParse(endPoint.Host, out var address) ? address : null;
        var host = literal?.ToString() ?? endPoint.Host;
        IReadOnlyList<IPAddress> addresses = literal is null
            ? await ResolveAsync(host, cancellationToken)
            : [literal];

        // An IPv4 address mapped into IPv6 is the former to whoever judges it, and only so can every machine dial it.
        addresses = [.. addresses.Select(of => of.IsIPv4MappedToIPv6 ? of.MapToIPv4() : of)];
        if (!guard.IsTrusted(host, endPoint.Port))
        {
            JudgeAll(host, addresses);
        }

        return await DialAnyAsync(addresses, endPoint.Port, cancellationToken);
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(ResolveTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            deadline.Token,
            cancellationToken
        );
        try
        {
            // The lookup of an operating system does not always heed its token, so the wait does.
            var addresses = await resolver.ResolveAsync(host, either.Token).WaitAsync(either.Token);
            return addresses.Count > 0
                ? addresses
                : throw new HostNotResolvedException(
                    host,
                    $"{host} has no address. Check the host for typing errors."
                );
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HostNotResolvedException(
                host,
                $"{host} could not be looked up within {ResolveTimeout.TotalSeconds:0} seconds. Check its DNS, or try again.",
                late
            );
        }
        catch (SocketException failure)
        {
            throw new HostNotResolvedException(
                host,
                $"{host} could not be looked up. Check its DNS, or try again.",
                failure
            );
        }
    }

    private void JudgeAll(string host, IReadOnlyList<IPAddress> addresses)
    {
        foreach (var address in addresses)
        {
            var range =
                AddressRules.Judge(address).SpecialRange
                ?? (own.Contains(address) ? "this server itself" : null);
            if (range is not null)
            {
                // Names the kind of network but not the address, which would map the inside of it for whoever asks.
                throw new EgressRefusedException(
                    new(
                        EgressRefusal.PrivateAddress,
                        $"{host} leads to an address that is not public ({range}). Use the API's public name, or have the operator add it to {HostRules.TrustedSetting}."
                    )
                );
            }
        }
    }

    private async Task<Stream> DialAnyAsync(
        IReadOnlyList<IPAddress> addresses,
        int port,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < addresses.Count - 1; i++)
        {
            using var deadline = new CancellationTokenSource(AttemptTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                deadline.Token,
                cancellationToken
            );
            try
            {
                return await dialler.DialAsync(addresses[i], port, either.Token);
            }
            catch (SocketException)
            {
                // The next address may answer; the failure of the last one is reported.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // So may it after a silent one.
            }
        }

        return await dialler.DialAsync(addresses[^1], port, cancellationToken);
    }
}
