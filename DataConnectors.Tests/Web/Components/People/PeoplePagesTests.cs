using Bunit;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.People;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Web.Components.People;

public sealed class PeoplePagesTests
{
    [Fact]
    public async Task People_are_paged_latest_first()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.AddAsync([
            .. Enumerable
                .Range(1, PeopleQueries.PageSize + 3)
                .Select(id => Some.Person(id, name: $"Number {id}", email: null)),
        ]);
        var list = page.Render<PeoplePage>();
        Assert.Contains(
            "Number 53",
            list.WaitForElement("tbody tr").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(PeopleQueries.PageSize, list.FindAll("tbody tr").Count);

        await list.Button("Load more").ClickAsync(new());

        list.WaitForState(() => list.FindAll("tbody tr").Count == PeopleQueries.PageSize + 3);
    }

    [Theory]
    [InlineData("/people?q=GRACE", "Grace Hopper")]
    [InlineData("/people?q=ada%40", "Ada Lead")]
    [InlineData("/people?q=user-201", "Grace Hopper")]
    [InlineData("/people?role=lead", "Ada Lead")]
    [InlineData("/people?q=%25", null)]
    [InlineData("/people?q=a&role=visitor", null)]
    public async Task Search_and_role_in_the_address_narrow_the_list(string address, string? only)
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.AddAsync(
            Some.Person(),
            Some.Person(202, PersonRole.Lead, "Ada Lead", "ada@example.com")
        );
        page.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var list = page.Render<PeoplePage>();

        list.WaitForState(() =>
            list.FindAll("tbody tr").Count == 1
            || list.Markup.Contains("Nobody matches", StringComparison.Ordinal)
        );

        Assert.Equal(
            only is null ? [] : [only],
            list.FindAll("tbody a").Select(link => link.TextContent)
        );
    }

    [Fact]
    public async Task A_person_shows_facts_typed_attributes_objects_and_conversations()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.CreateAttributeAsync("since", AttributeType.Date);
        await page.Database.CreateAttributeAsync("vip", AttributeType.Boolean);
        await page.Database.CreateAttributeAsync("plan");
        var typeId = await page.Database.CreateOrderAsync();
        await page.Database.AddAsync(
            Some.Person(attributesJson: """{"since":"2026-03-02T09:30:00Z","vip":true}"""),
            new Conversation
            {
                Id = 301,
                PersonId = 201,
                Subject = "Where is my order?",
            }
        );
        await page.Database.AddAsync([
            .. Enumerable
                .Range(1, 12)
                .SelectMany(i =>
                    SomeOrders.Stored(
                        typeId,
                        i,
                        $"o-{i}",
                        """{"status":"paid"}""",
                        personId: 201,
                        "customer",
                        "watchers"
                    )
                ),
        ]);
        var person = page.Render<PersonPage>(parameters =>
            parameters.Add(shown => shown.PersonId, 201)
        );

        var orders = person.WaitForElement("table[aria-label=Orders]");

        Assert.Contains("grace@example.com", person.Markup, StringComparison.Ordinal);
        var values = person.Find(".values").TextContent;
        Assert.Contains("2 Mar 2026, 09:30 UTC", values, StringComparison.Ordinal);
        Assert.Contains("True", values, StringComparison.Ordinal);
        Assert.Contains("No value", values, StringComparison.Ordinal);
        Assert.Equal(10, orders.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Where is my order?", person.Markup, StringComparison.Ordinal);
        person.Button("Show 12 Orders").Click();
        Assert.Equal(12, person.FindAll("table[aria-label=Orders] tbody tr").Count);
    }

    [Fact]
    public async Task Somebody_unknown_is_said_not_to_exist()
    {
        await using var page = await ConsolePage.CreateAsync();
        var person = page.Render<PersonPage>(parameters =>
            parameters.Add(shown => shown.PersonId, 5)
        );

        person.WaitForState(() =>
            person.Markup.Contains("This person does not exist", StringComparison.Ordinal)
        );
    }
}
