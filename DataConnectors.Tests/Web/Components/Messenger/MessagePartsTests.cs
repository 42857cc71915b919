using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Messenger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.Components.Messenger;

public sealed class MessagePartsTests : ComponentTests
{
    public MessagePartsTests() => Services.AddSingleton<TimeProvider>(new FakeTimeProvider());

    [Fact]
    public async Task The_composer_tells_what_was_written_and_is_empty_again()
    {
        var sent = new List<string>();
        var composer = Render<MessageComposer>(parameters =>
            parameters.Add(component => component.OnSend, sent.Add)
        );
        Assert.True(composer.Find("button").HasAttribute("disabled"));

        await composer.Find("textarea").InputAsync("  Where is my order?\nThanks ");
        await composer.Find("form").SubmitAsync();

        Assert.Equal(["Where is my order?\nThanks"], sent);
        Assert.Equal("", composer.Find("textarea").GetAttribute("value") ?? "");
        Assert.Equal("Message", composer.Find("label").TextContent);
        Assert.Contains("Send", composer.Find("button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_composer_sends_nothing_while_an_answer_is_awaited_and_keeps_the_text()
    {
        var sent = new List<string>();
        var composer = Render<MessageComposer>(parameters =>
            parameters
                .Add(component => component.OnSend, sent.Add)
                .Add(component => component.IsBusy, value: true)
        );

        await composer.Find("textarea").InputAsync("Hello");
        await composer.Find("form").SubmitAsync();

        Assert.Empty(sent);
        Assert.Equal("Hello", composer.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void A_message_is_text_and_never_markup()
    {
        var list = Render<MessageList>(parameters =>
            parameters
                .Add(component => component.Label, "Messages")
                .Add(component => component.PersonName, "Ana")
                .Add(
                    component => component.Messages,
                    [
                        new ChatMessage("1", IsFin: false, "<img src=x onerror=alert(1)>"),
                        new ChatMessage("2", IsFin: true, "Hello"),
                    ]
                )
        );

        Assert.Empty(list.FindAll("img"));
        Assert.Equal(
            "<img src=x onerror=alert(1)>",
            list.Find(".message--person .message-text").TextContent
        );
        Assert.Equal("polite", list.Find("[role=log]").GetAttribute("aria-live"));
        Assert.Contains("Ana", list.Find(".message--person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Typing_is_announced()
    {
        var list = Render<MessageList>(parameters =>
            parameters
                .Add(component => component.Label, "Messages")
                .Add(component => component.Messages, [])
                .Add(component => component.IsTyping, value: true)
        );

        Assert.Equal("Fin is typing", list.Find("[role=status]").TextContent.Trim());
    }

    [Theory]
    [InlineData("Get order status", RequestMethod.Get, "What is my order status?")]
    [InlineData("Look up the invoice", RequestMethod.Get, "What is my invoice?")]
    [InlineData(
        "Cancel subscription",
        RequestMethod.Delete,
        "I would like to cancel subscription."
    )]
    [InlineData("Check SKU stock", RequestMethod.Get, "What is my SKU stock?")]
    public void A_question_to_try_is_made_from_the_name(
        string name,
        RequestMethod method,
        string expected
    ) =>
        Assert.Equal(
            [expected],
            SuggestedQuestions.For(new ConnectorDefinition { Name = name, Method = method })
        );

    [Fact]
    public void A_second_question_holds_the_example_value() =>
        Assert.Equal(
            ["What is my order status?", "What is my order status? My order id is 1001."],
            SuggestedQuestions.For(Support.Some.Definition())
        );

    [Fact]
    public void Without_a_name_there_is_nothing_to_try() =>
        Assert.Empty(SuggestedQuestions.For(new ConnectorDefinition()));
}
