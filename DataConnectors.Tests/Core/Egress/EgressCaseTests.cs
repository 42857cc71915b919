using System.Net;
using DataConnectors.Core.Egress;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Egress;

/// <summary>Every case of the file that the way out decides. A blocked call opens no socket.</summary>
public sealed class EgressCaseTests
{
    public static TheoryData<string> UrlCases() =>
        EgressCases.Ids("ok", "scheme", "loop", "num", "v6", "priv", "meta", "parse", "port");

    public static TheoryData<string> DnsCases() => EgressCases.Ids("dns");

    public static TheoryData<string> RedirectCases() => EgressCases.Ids("redir", "redirok");

    public static TheoryData<string> HeaderCases() =>
        [
            .. EgressCases
                .Load()
                .Where(of => of.Family == "value" && of.Header is not null)
                .Select(of => of.Id),
        ];

    [Fact]
    public void The_file_is_read_whole()
    {
        Assert.Equal(208, EgressCases.Load().Count);
        Assert.Equal("ht\ntps://api.example.com/", EgressCases.Get("scheme-25").Url);
        Assert.Equal(" https://api.example.com/", EgressCases.Get("scheme-23").Url);
        Assert.Equal("https://api.example.com\\@127.0.0.1/", EgressCases.Get("parse-06").Url);
        Assert.Equal("a\r\nHost: evil", EgressCases.Get("value-06").Values.Single().Value);
        Assert.Equal("""{"t":"{{m}}"}""", EgressCases.Get("valok-13").Body);
        Assert.Equal(
            "\",\"admin\":true,\"x\":\"",
            EgressCases.Get("valok-13").Values.Single().Value
        );
        Assert.Equal("a={{m}}", EgressCases.Get("valok-15").Form);
        Assert.Equal([new("a", "."), new("b", ".")], EgressCases.Get("valok-18").Values);
        Assert.Null(EgressCases.Get("value-08").Values.Single().Value);
        Assert.Equal(2, EgressCases.Get("redir-08").Redirects.Count);
        Assert.Equal(2, EgressCases.Get("dns-18").Lookups.Count);
        Assert.Equal("body 1 GiB", EgressCases.Get("resp-01").Upstream);
    }

    [Theory]
    [MemberData(nameof(UrlCases))]
    public async Task A_url_is_called_or_refused_as_its_case_says(string id)
    {
        var one = EgressCases.Get(id);
        var host = one.IsAllowed ? new Uri(one.Url).IdnHost.TrimEnd('.') : "api.example.com";
        await using var bench = new EgressBench([host], [.. one.Lookups]);
        var decision = bench.Guard.Judge(one.Url);
        if (!one.IsAllowed)
        {
            var refused = Assert.IsType<EgressDecision.Refused>(decision);
            Assert.False(string.IsNullOrWhiteSpace(refused.Message));
            return;
        }

        using var answer = await bench.GetAsync(one.Url);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(bench.Dialler.Dialled);
    }

    [Theory]
    [MemberData(nameof(DnsCases))]
    public async Task A_name_is_refused_when_any_answer_is_not_public(string id)
    {
        var one = EgressCases.Get(id);
        var clock = new FakeTimeProvider();
        await using var bench = new EgressBench(
            [new Uri(one.Url).Host],
            [.. one.Lookups],
            clock: clock
        );

        // A script of several lookups is safe at first: the call goes to the address judged, whatever a second lookup would say.
        for (var i = 1; i < one.Lookups.Count; i++)
        {
            using var answer = await bench.GetAsync(one.Url);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(i, bench.Resolver.Count);
            Assert.Equal(one.Lookups[i - 1].Addresses[0], bench.Dialler.Dialled[^1].Address);
        }

        var before = bench.Dialler.Dialled.Count;
        var call = bench.GetAsync(one.Url);
        await Until(() => bench.Resolver.Count == Math.Max(1, one.Lookups.Count));
        clock.Advance(TimeSpan.FromSeconds(6));
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => call);

        Assert.Equal(before, bench.Dialler.Dialled.Count);
        Assert.Equal(Math.Max(1, one.Lookups.Count), bench.Resolver.Count);
        if (one.Lookups[^1].Kind is "NXDOMAIN" or "TIMEOUT")
        {
            Assert.IsType<HostNotResolvedException>(failure.InnerException);
        }
        else
        {
            var refused = Assert.IsType<EgressRefusedException>(failure.InnerException);
            Assert.Equal(EgressRefusal.PrivateAddress, refused.Refusal.Reason);
        }
    }

    [Theory]
    [MemberData(nameof(RedirectCases))]
    public async Task A_redirect_is_reported_and_not_followed(string id)
    {
        var one = EgressCases.Get(id);
        await using var bench = new EgressBench(["r.example.com"]);
        bench.Upstream.Answer(
            LoopbackApi.AnyPath,
            one.Header is { } header
                ? LoopbackAnswer.Text("", 200, header)
                : LoopbackAnswer.Text("", 302, ("Location", one.Redirects[0].Replace("302 ", "")))
        );

        using var answer = await bench.GetAsync(one.Url);

        Assert.Equal(
            one.Header is null ? HttpStatusCode.Found : HttpStatusCode.OK,
            answer.StatusCode
        );
        Assert.Single(bench.Dialler.Dialled);
        Assert.Single(bench.Upstream.Requests);
    }

    [Theory]
    [MemberData(nameof(HeaderCases))]
    public void A_header_is_refused_as_its_case_says(string id)
    {
        var one = EgressCases.Get(id);
        var (name, value) = one.Header!.Value;
        foreach (var (input, text) in one.Values)
        {
            value = value.Replace($"{{{{{input}}}}}", text, StringComparison.Ordinal);
        }

        Assert.Equal(one.IsAllowed, EgressGuard.JudgeHeader(name, value) is null);
    }

    [Theory]
    [InlineData("resp-08", "badtls.example.com", false)]
    [InlineData("resp-10", "other.example", true)]
    public async Task A_certificate_that_does_not_hold_for_the_url_ends_the_call(
        string id,
        string certified,
        bool isCertificateTrusted
    )
    {
        await using var bench = new EgressBench(
            [certified],
            isCertificateTrusted: isCertificateTrusted
        );
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            bench.GetAsync(EgressCases.Get(id).Url)
        );
        Assert.Equal(HttpRequestError.SecureConnectionError, failure.HttpRequestError);
        Assert.Empty(bench.Upstream.Requests);
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 1000 && !isSo(); i++)
        {
            await Task.Delay(5);
        }

        Assert.True(isSo());
    }
}
