using DataConnectors.Core.Egress;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Egress;

public sealed class EgressGuardTests
{
    private static readonly EgressGuard Strict = Guard();

    private static EgressGuard Guard(params string[] trusted) =>
        new(Options.Create(new EgressOptions { TrustedHosts = [.. trusted] }));

    private static EgressTarget Allowed(EgressDecision decision) =>
        Assert.IsType<EgressDecision.Allowed>(decision).Target;

    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/")]
    [InlineData("HTTPS://API.Example.COM/V1", "https://api.example.com/V1")]
    [InlineData("https://api.example.com.:443/", "https://api.example.com/")]
    [InlineData("https://api.example.com?x=1", "https://api.example.com/?x=1")]
    [InlineData(
        "https://api.example.com/?u=https://127.0.0.1/../",
        "https://api.example.com/?u=https://127.0.0.1/../"
    )]
    [InlineData("https://api.example.com/a/...", "https://api.example.com/a/...")]
    [InlineData("https://api.example.com/.well-known/x", "https://api.example.com/.well-known/x")]
    [InlineData("https://api.example.com//a//b/", "https://api.example.com//a//b/")]
    [InlineData(
        "https://api.example.com/%41%7e?f[x]=%0A",
        "https://api.example.com/%41%7e?f[x]=%0A"
    )]
    [InlineData("https://api.example.com/..%2Fadmin", "https://api.example.com/..%2Fadmin")]
    [InlineData(
        "https://api.example.com/é|{😀}",
        "https://api.example.com/%C3%A9%7C%7B%F0%9F%98%80%7D"
    )]
    [InlineData("https://my_api.r3---sn.example.com/", "https://my_api.r3---sn.example.com/")]
    [InlineData("https://[2606:4700:4700:0:0:0:0:1111]/", "https://[2606:4700:4700::1111]/")]
    [InlineData("https://0xdeadbeef.example.com/", "https://0xdeadbeef.example.com/")]
    public void A_public_url_is_sent_as_it_was_judged(string url, string sent)
    {
        var target = Allowed(Strict.Judge(url));
        Assert.Equal(sent, $"https://{target.Uri.Authority}{target.Uri.PathAndQuery}");
        Assert.False(target.IsTrusted);
    }

    [Theory]
    [InlineData("", EgressRefusal.SchemeNotHttps)]
    [InlineData("//api.example.com/", EgressRefusal.SchemeNotHttps)]
    [InlineData("https:api.example.com", EgressRefusal.SchemeNotHttps)]
    [InlineData("http://api.example.com/", EgressRefusal.SchemeNotHttps)]
    [InlineData("https://", EgressRefusal.MalformedHost)]
    [InlineData("https:///x", EgressRefusal.MalformedHost)]
    [InlineData("https://api.example.com/ ", EgressRefusal.Whitespace)]
    [InlineData("https://api.example.com/a b", EgressRefusal.Whitespace)]
    [InlineData("https://api.example.com/\u00a0", EgressRefusal.Whitespace)]
    [InlineData("https://api.example.com/\u202e", EgressRefusal.ControlCharacter)]
    [InlineData("https://api.example.com/\ufeff", EgressRefusal.ControlCharacter)]
    [InlineData("https://api.example.com/\u0085", EgressRefusal.ControlCharacter)]
    [InlineData("https://api.example.com/%0d%0aX:y", EgressRefusal.ControlCharacter)]
    [InlineData("https://api.example.com/%7F", EgressRefusal.ControlCharacter)]
    [InlineData("https://api.example.com/%zz", EgressRefusal.MalformedUrl)]
    [InlineData("https://api.example.com/?q=100%", EgressRefusal.MalformedUrl)]
    [InlineData("https://api.example.com/\\x", EgressRefusal.Backslash)]
    [InlineData("https://api.example.com/#x", EgressRefusal.Fragment)]
    [InlineData("https://api.example.com#@127.0.0.1/", EgressRefusal.Fragment)]
    [InlineData("https://@api.example.com/", EgressRefusal.UserInfo)]
    [InlineData("https://api.example.com?@127.0.0.1/", EgressRefusal.MalformedUrl)]
    [InlineData("https://api.example.com/..", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/./b", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/.%2E/b", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/%2e/b?x", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/%252e%25252E/b", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/..;v=1/b", EgressRefusal.DotSegment)]
    [InlineData("https://api.example.com/a/..%3b/b", EgressRefusal.DotSegment)]
    [InlineData("https://exa%6dple.com/", EgressRefusal.EncodedHost)]
    [InlineData("https://[fe80::1%25eth0]/", EgressRefusal.EncodedHost)]
    [InlineData("https://[::1]x/", EgressRefusal.MalformedPort)]
    [InlineData("https://{{host}}/", EgressRefusal.MalformedHost)]
    [InlineData("https://-a.example.com/", EgressRefusal.MalformedHost)]
    [InlineData("https://a..example.com/", EgressRefusal.MalformedHost)]
    [InlineData("https://./", EgressRefusal.MalformedHost)]
    [InlineData("https://xn--localhost-/", EgressRefusal.MalformedHost)]
    [InlineData("https://xn--a.example.com/", EgressRefusal.MalformedHost)]
    [InlineData("https://bücher.example/", EgressRefusal.InternationalName)]
    [InlineData("https://example.com:８０/", EgressRefusal.MalformedPort)]
    [InlineData("https://0/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://0x/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://foo.0x1f/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://1.1.1.256/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://8.8.8.8./", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://[::ffff:08.8.8.8]/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://[]/", EgressRefusal.NonCanonicalAddress)]
    [InlineData("https://localhost/", EgressRefusal.ReservedName)]
    [InlineData("https://a.b.LOCAL./", EgressRefusal.ReservedName)]
    [InlineData("https://metadata.google.internal/", EgressRefusal.ReservedName)]
    [InlineData("https://intra/", EgressRefusal.ReservedName)]
    [InlineData("https://erp/", EgressRefusal.SingleLabelName)]
    [InlineData("https://10.0.0.1/", EgressRefusal.PrivateAddress)]
    [InlineData("https://api.example.com:/", EgressRefusal.MalformedPort)]
    [InlineData("https://api.example.com:+443/", EgressRefusal.MalformedPort)]
    [InlineData("https://api.example.com:65536/", EgressRefusal.MalformedPort)]
    [InlineData("https://api.example.com:443:443/", EgressRefusal.MalformedPort)]
    [InlineData("https://api.example.com:80/", EgressRefusal.PortNotAllowed)]
    public void Anything_else_is_refused_with_its_reason(string url, EgressRefusal reason)
    {
        var refused = Assert.IsType<EgressDecision.Refused>(Strict.Judge(url));
        Assert.Equal(reason, refused.Reason);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        var refused = Assert.IsType<EgressDecision.Refused>(
            Strict.Judge("https://api.example.com/" + '\ud800')
        );
        Assert.Equal(EgressRefusal.MalformedUrl, refused.Reason);
    }

    [Fact]
    public void A_url_may_be_as_long_as_the_limit_and_no_longer()
    {
        var longest = "https://api.example.com/".PadRight(EgressGuard.MaximumUrlLength, 'a');
        Allowed(Strict.Judge(longest));
        var refused = Assert.IsType<EgressDecision.Refused>(Strict.Judge(longest + "a"));
        Assert.Equal(EgressRefusal.UrlTooLong, refused.Reason);
    }

    [Fact]
    public void A_name_beyond_ascii_is_refused_with_the_punycode_to_write()
    {
        var refused = Assert.IsType<EgressDecision.Refused>(
            Strict.Judge("https://bücher.example/")
        );
        Assert.Contains("xn--bcher-kva.example", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_folds_to_another_is_refused_without_suggesting_it()
    {
        var refused = Assert.IsType<EgressDecision.Refused>(Strict.Judge("https://ⓛocalhost/"));
        Assert.DoesNotContain("is localhost", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:5081", "http://localhost:5081/x", true)]
    [InlineData("localhost:5081", "http://LOCALHOST.:5081/x", true)]
    [InlineData("localhost:5081", "https://localhost:5081/x", true)]
    [InlineData("localhost:5081", "http://localhost:5082/x", false)]
    [InlineData("localhost:5081", "http://127.0.0.1:5081/x", false)]
    [InlineData("localhost:5081", "http://localhost.:5081/../x", false)]
    [InlineData("localhost:5081", "http://a@localhost:5081/x", false)]
    [InlineData("localhost:5081", "ftp://localhost:5081/x", false)]
    [InlineData("erp.internal", "http://erp.internal/", true)]
    [InlineData("erp.internal", "https://erp.internal:9000/", true)]
    [InlineData("erp.internal", "http://x.erp.internal/", false)]
    [InlineData("127.0.0.1:80", "http://127.0.0.1/", true)]
    [InlineData("127.0.0.1:80", "http://2130706433/", false)]
    [InlineData("[::1]:8080", "http://[0:0::1]:8080/", true)]
    [InlineData("[::1]:8080", "http://[::1]/", false)]
    public void A_trusted_host_may_be_private_and_plain_http_but_nothing_else(
        string entry,
        string url,
        bool isAllowed
    )
    {
        var decision = Guard(entry).Judge(url);
        Assert.Equal(isAllowed, decision is EgressDecision.Allowed { Target.IsTrusted: true });
        Assert.Equal(!isAllowed, decision is EgressDecision.Refused);
    }

    [Fact]
    public void Opened_ports_take_the_place_of_the_default_ones()
    {
        var guard = new EgressGuard(Options.Create(new EgressOptions { AllowedPorts = [9443] }));
        Allowed(guard.Judge("https://api.example.com:9443/"));
        Assert.IsType<EgressDecision.Refused>(guard.Judge("https://api.example.com/"));
    }

    [Theory]
    [InlineData("api.example.com", null)]
    [InlineData("8.8.8.8", null)]
    [InlineData("[::1]", EgressRefusal.PrivateAddress)]
    [InlineData("localhost", EgressRefusal.ReservedName)]
    [InlineData("a.{{host}}", EgressRefusal.MalformedHost)]
    public void A_literal_host_is_judged_without_a_url(string host, EgressRefusal? reason) =>
        Assert.Equal(reason, HostRules.Judge(host)?.Reason);

    [Fact]
    public void Judging_costs_little_memory()
    {
        const string Url = "https://api.example.com/v1/orders/1234567?expand=items&limit=50";
        Strict.Judge(Url);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Strict.Judge(Url);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 1000);
    }
}
