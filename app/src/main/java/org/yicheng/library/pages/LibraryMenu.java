package org.yicheng.library.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.web.Navigation;

/** The way to the documents: everybody has some. */
@Component
class LibraryMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        return List.of(new Item(35, "/documents", "library.nav"));
    }
}
