### Слова интерфейса по-русски. Слова права берутся из содержания, а не отсюда.

## Имена, составленные из частей (`article` и `law` – слова содержания)

article = ст. { $article }
article-of-law = { $law }, { $article }
# Две страны, стоящие рядом.
pair = { $first } и { $second }
article-heading = Статья { $article }
changes-of = Что изменилось: { $name }

## Страницы

page-home = Главная
page-countries = Страны
page-country = Страна
page-instruments = Международные документы
page-instrument = Международный документ
page-treaties = Участие в договорах
page-laws = Законы
page-laws-country = Законы
page-law = Закон
page-provision = Норма
page-amendments = Изменения законодательства
page-amendments-country = Изменения законодательства
page-amendment = Изменение законодательства
page-timeline = Хронология
page-timeline-country = Хронология
page-changes = Что изменилось
page-changes-year = Что изменилось
page-changes-country = Что изменилось
page-changes-country-year = Что изменилось
page-changes-instrument = Что изменилось
page-changes-instrument-year = Что изменилось
page-changes-between = Что изменилось между двумя днями
page-changes-between-country = Что изменилось между двумя днями
page-topics = Темы
page-topic = Тема
page-topic-country = Тема
page-questions = Вопросы
page-question = Вопрос
page-modules = Учебные модули
page-module = Учебный модуль
page-module-version = Учебный модуль
page-handout = Раздаточный материал
page-matrix = Сравнительная таблица
page-sheet = Мой список ответов
page-comparisons = Сравнение двух стран
page-pair = Две страны рядом
page-section = Раздел
page-matrix-transposed = Сравнительная таблица по странам
page-sources = Источники
page-source = Источник
page-source-country = Источник
page-disagreements = Где источники расходятся
page-unresearched = Вопросы без ответа
page-stale = Что давно никто не подтвердил
page-glossary = Глоссарий
page-about = О сайте
page-data = Данные
page-search = Поиск
page-search-list = Все страницы страны
page-moved = Страница перемещена
page-not-found = Страница не найдена

lead-countries = Страницы всех стран состоят из одних и тех же частей в одном и том же порядке.
lead-instruments = Договоры и иные стандарты и всё, что страны предприняли в их отношении.
lead-treaties = Строка – документ, столбец – страна. Каждая клетка ведёт к действиям, которые за ней стоят, и к их источникам.
lead-laws = Национальные кодексы и акты, на которые ссылается сайт.
lead-amendments = Законопроекты и акты, изменяющие законы; сначала те, чья последняя стадия позднее.
lead-timeline = Действия в отношении договоров, законы и изменения законов в хронологическом порядке.
lead-changes = Действия в отношении договоров, законы, законопроекты и редакции статей, сначала последние; у каждой записи есть дата, насколько она известна. Ниже – ответы, которые лишь в более позднем источнике иные: закон от этого не изменился.
lead-topics = Предметы, по которым собраны вопросы, нормы и изменения законодательства.
lead-modules = Модули разной длительности, шаг за шагом: раздаточные листы из сравнительной таблицы и упражнения, ответы на которые можно проверить на этом сайте. Смешанная группа проходит один модуль вместе; каждая подгруппа берёт к нему раздаточные листы и упражнения своего модуля.
lead-questions = Вопросы, которые заданы каждой стране, и значение каждого ответа.
lead-sheet = Ответы, собранные вами на этом сайте, каждый со своим днём, источником и ссылкой на место. Они остаются в вашем браузере и никуда не отправляются.
lead-comparisons = Одни и те же вопросы к двум странам или, раздел за разделом, ко всем странам.
lead-pair = В каждом разделе сначала то, на что ответы различаются; одинаковые ответы свёрнуты ниже. Текст закона и практика – отдельные вопросы.
lead-sources = Всё, на чём основан сайт, по степени близости к тексту права.
lead-disagreements = Если источники противоречат друг другу, показаны обе стороны. Ничто не усредняется и не исправляется молча.
lead-unresearched = По странам и по причинам: никто не исследовал или прочитанный источник молчит. Молчание источника никогда не считается ответом «нет».
lead-stale = Не подтверждено за столько месяцев до { $day }: { $months }. По причинам; сначала то, что ждёт дольше всего.
stale-count = Записей: { $n }
stale-last = подтверждено не позднее { $day }
stale-undated = день не записан
stale-finding = Ответы
stale-law = Законы, источники которых никто не перечитал
stale-treaty = Действия по договорам, которые никто не проверил
stale-help = Страница о том, где найти помощь
stale-source = Источники в сети, которые никто не открывал снова
stale-link = Ссылки без архивной копии
lead-glossary = Термины и, если они известны, слова на языке оригинала.
lead-data = Те же сведения в виде файлов для других программ.
lead-not-found = По этому адресу страницы нет. Возможно, в адресе опечатка или страница удалена.
not-found-way = Вернитесь кнопкой браузера «Назад» или откройте главную страницу сайта и воспользуйтесь поиском.
lead-moved = Теперь она находится здесь:

## Что это за страница, одной строкой, для поисковых систем и для тех, с кем ею делятся: если своего текста у неё нет

describe-countries = { lead-countries }
describe-comparisons = { lead-comparisons }
describe-sheet = { lead-sheet }
describe-treaties = { lead-treaties }
describe-instruments = { lead-instruments }
describe-laws = { lead-laws }
describe-amendments = { lead-amendments }
describe-timeline = { lead-timeline }
describe-changes = { lead-changes }
describe-topics = { lead-topics }
describe-modules = { lead-modules }
describe-questions = { lead-questions }
describe-disagreements = { lead-disagreements }
describe-unresearched = { lead-unresearched }
describe-stale = Что давно никто не подтвердил, по причинам.
describe-sources = { lead-sources }
describe-glossary = { lead-glossary }
describe-data = { lead-data }
describe-search = { lead-search }
describe-handbook-all = { lead-handbook-all }
describe-blank = { lead-blank }
describe-not-found = { lead-not-found }
describe-moved = { lead-moved }
describe-home = { $site }: право нескольких стран рядом; у каждого утверждения есть источник и дата.
describe-matrix = Строка – вопрос, столбец – страна; каждая клетка ведёт к ответу и его источнику.
describe-matrix-transposed = Строка – страна, столбец – вопрос; каждая клетка ведёт к ответу и его источнику.
describe-about = { $site }: что охватывает сайт, как он сделан и что означают его слова и знаки.
describe-country = { $title }: обязательства по договорам, законы и ответы, каждый с источником и датой.
describe-instrument = { $title }: какие страны связаны, с какого времени и с какими оговорками; с источниками.
describe-law = { $title }: даты, статьи, изменения и ссылки на закон.
describe-provision = { $title }: редакции с датами и источниками и различия между ними.
describe-amendment = { $title }: стадии с датами, содержание и изменяемые законы.
describe-topic = { $title }: вопросы, статьи и законопроекты по теме, по странам.
describe-question = { $title } Ответы всех стран, каждый с источником и датой.
describe-source = { $title }: полное описание источника и все места сайта, где он цитируется.
describe-page = { $title } – { $site }.
describe-module = { $title }: учебный модуль с шагами, слайдами, раздаточными листами и упражнениями.
describe-module-version = { $title }: короткий вариант учебного модуля с шагами, слайдами и раздаточными листами.
describe-handout = { $title }: часть сравнения на одном листе, с источниками.
describe-section = { $title }: все вопросы раздела с ответами по всем странам.
describe-pair = { $title }: в чём ответы расходятся и в чём совпадают.
describe-timeline-country = { $title }: действия в отношении договоров, законы и поправки в хронологическом порядке.
describe-laws-country = { $title }: кодексы и законы, на которые ссылается сайт.
describe-amendments-country = { $title }: законопроекты и изменяющие законы, начиная с последней стадии.
describe-topic-country = { $title }: вопросы, статьи и законопроекты по теме в одной стране.
describe-source-country = { $title }: места, где источник цитируется об одной стране.
describe-changes-year = { $title }: действия, законы, законопроекты и ответы, которые изменились, с датами.
describe-changes-country = { $title }: действия, законы, законопроекты и ответы, начиная с последних, с датами.
describe-changes-country-year = { $title }: действия, законы, законопроекты и ответы, которые изменились, с датами.
describe-changes-instrument = { $title }: действия в отношении документа, начиная с последних, с датами.
describe-changes-instrument-year = { $title }: действия в отношении документа, с датами.
describe-changes-between = Какие ответы и статусы различаются между двумя днями и чем это объясняется.
describe-handbook-country = { $title }: ответы и участие в договорах с источниками, кратко, для печати.
describe-search-list = { $title }: все страницы об этой стране.

## Оформление

# Сам язык, как он себя называет.
own-name = Русский

skip = Перейти к содержанию
unpack = Сначала распакуйте весь архив: без остальных файлов у этой страницы нет оформления и её ссылки никуда не ведут.
nav-menu = Меню
nav-site = Разделы сайта
nav-matrix = Таблица
nav-comparisons = Попарно
nav-questions = Вопросы
nav-topics = Темы
nav-disagreements = Расхождения
nav-unresearched = Без ответа
nav-countries = Все страны
nav-treaties = Участие в договорах
nav-instruments = Договоры и стандарты
nav-laws = Законы
nav-amendments = Проекты и поправки
nav-changes = Что изменилось
nav-timeline = Хронология
nav-modules = Занятия
nav-about = Об этом сайте
nav-sources = Источники
nav-glossary = Глоссарий
nav-data = Данные
# Двери навигации.
door-compare = Сравнение
door-countries = Страны
door-treaties = Договоры
door-laws = Законы и изменения
door-training = Обучение
door-about = О сайте
nav-crumbs = Вы находитесь здесь
nav-contents = На этой странице
nav-pages = Другие страницы
nav-languages = Языки
nav-neighbours = Предыдущее и следующее
not-translated = Эта страница переведена на русский не полностью. Остальное дано на исходном языке сайта: { $language }.
machine-translated = Часть русских слов на этой странице – машинный перевод, который никто не проверял. Полагаться следует на текст исходного языка.
stale-translated = Текст на исходном языке изменился после того, как был сделан этот перевод.
footer = Об этом издании
edition = Издание от { $edition }
edition-named = { $name }, { $edition }
edition-as-of = Основные страницы показывают, что говорят источники по { $day }; более старые ответы датированы.
law-as-at = Состояние права: { $day }.
licence = Лицензия на содержание:
report = Сообщить об ошибке на этой странице
published-by = Издатель: { $name }.
generated = Изготовлено программой { $generator }.
made-from = Изготовлено из { $files ->
    [one] { $files } файла
   *[other] { $files } файлов
} содержания, контрольная сумма { $checksum }.
running-plain = { $title } · издание от { $edition }
running-day = что говорят источники по { $day }

## Проектор

projector = Показать слайдами
projector-begun = Проектор включён. Вопросительный знак – список клавиш, Escape – выход.
projector-ended = Режим проектора выключен.
projector-screen = Экран { $n } из { $of }: { $what }
projector-blank = Экран погашен. Любая клавиша проектора вернёт изображение.
projector-more = ниже есть продолжение
projector-back = Назад
projector-next = Далее
projector-whole = Все источники
projector-full = Во весь экран
projector-keys = Клавиши
projector-end = Закончить
projector-close = Закрыть
projector-keys-next = → ↓ Page Down, пробел
projector-does-next = вперёд: вниз по длинному экрану, затем к следующему
projector-keys-back = ← ↑ Page Up, Shift + пробел
projector-does-back = назад
projector-keys-first = Home, End
projector-does-first = первый и последний экран
projector-keys-whole = S (Ы)
projector-does-whole = показать всё, что стоит за ответами, и убрать
projector-keys-size = + − 0
projector-does-size = крупнее, мельче, обычный размер
projector-keys-blank = B (И) или точка
projector-does-blank = погасить экран и вернуть изображение
projector-keys-keys = ?
projector-does-keys = этот список
projector-keys-end = Escape
projector-does-end = вернуться на страницу; из полноэкранного режима – нажать дважды

## Быстрый выход

leave = Покинуть страницу
leave-label = Быстрый выход
leave-what = О кнопке
leave-does = Вместо этой страницы сразу открывается пустая.
leave-does-outside = Вместо этой страницы открывается другой сайт: { $address }.
leave-keys = То же делает клавиша Shift, если нажать её три раза подряд.
leave-twice = Ещё два нажатия Shift – и страница закроется.
leave-once = Ещё одно нажатие Shift – и страница закроется.
leave-not = Ничего не стирается. История браузера, сохранённые файлы и то, что собрано в «Моём списке ответов», остаются на устройстве; остаются и записи в сети, и сведения у программ, которые следят за устройством.
leave-back = Кнопка браузера «Назад» по-прежнему ведёт к тому, что было открыто раньше, в том числе к другому месту этой же страницы.
leave-back-noscript = JavaScript выключен: кнопка браузера «Назад» вернёт на эту страницу.
leave-history = Как удалить историю, сказано в справке браузера.
leave-help = Где найти помощь:
page-blank = Пустая страница
lead-blank = На этой странице ничего нет.

## День, на который составлена страница

day-main-short = Источники по { $day }
day-main = Что говорят источники по { $day }; более старые ответы датированы.
day-other = Что говорят источники по { $day }, как если бы был этот день.
day-questions = На странице самого вопроса — ответы на все дни.
day-others = Другие дни
day-to-main = Перейти к основной странице
day-views = Другие страницы на этот день
day-nearest = ближайший опубликованный день: { $day }

## Даты (`month-…` – в родительном падеже, `month-alone-…` – отдельно от дня)

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь
date-day = { $day } { $month } { $year } года
date-month = { $month } { $year } года
date-year = { $year } год
date-early = начало { $year } года
date-mid = середина { $year } года
date-late = конец { $year } года
date-between = не ранее { $first } и не позднее { $second }
date-after = после { $first }
date-before = до { $first }
date-by = не позднее { $first }
date-undated = без даты
date-by-table = по таблице, где это указано: { $date }
action-overtaken = ничего не изменило: новый документ сдан раньше, чем это подействовало ({ $date })
action-renews = новый документ сдан раньше, чем подействовало уведомление ({ $date }): обязательства не прерывались
# После предлога («с», «до», «после», «не позднее») – в родительном падеже.
date-year-within = { $year } года
date-month-within = { $month } { $year } года
date-early-within = начала { $year } года
date-mid-within = середины { $year } года
date-late-within = конца { $year } года
date-between-within = какого-то дня не ранее { $first } и не позднее { $second }
date-after-within = какого-то дня после { $first }
date-before-within = какого-то дня до { $first }
date-by-within = какого-то дня не позднее { $first }
span-both = с { $first } до { $last }
span-first = с { $first }
span-last = до { $last }
span-none = период не указан
nothing-given = не указано

## Состояния клетки: слово, знак, значение

state-yes = да
state-value = ответ
state-partial = частично
state-indirect = косвенно
state-pending = ожидается
state-no = нет
state-no-provision = нормы нет
state-unclear = неясно
state-conflicting = противоречиво
state-varies = различается
state-not-applicable = неприменимо
state-source-silent = источник молчит
state-source-unavailable = источник недоступен
state-not-researched = не исследовано

glyph-yes = ✓
glyph-value = ◆
glyph-partial = ½
glyph-indirect = ↷
glyph-pending = ▷
glyph-no = ✗
glyph-no-provision = ∅
glyph-unclear = ?
glyph-conflicting = ⇄
glyph-varies = ±
glyph-not-applicable = –
glyph-source-silent = …
glyph-source-unavailable = ⊘
glyph-not-researched = ·

state-yes-means = Закон это предусматривает, или такая практика существует.
state-value-means = Ответ – слово, дата или число в том виде, в каком их даёт источник.
state-partial-means = Только некоторые элементы или с ограничением; элементы или ограничение указаны.
state-indirect-means = Достигается только через общие составы или правила, которые названы.
state-pending-means = Объявлено, запланировано, внесено как законопроект или принято, но ещё не вступило в силу; стадия указана.
state-no-means = Текст это исключает, или источник говорит, что этого нет.
state-no-provision-means = Закон изучен и об этом молчит; что и когда изучено, указано.
state-unclear-means = Формулировка неоднозначна.
state-conflicting-means = Источники расходятся; указаны предпочтённый ответ и причина.
state-varies-means = Внутри страны по-разному.
state-not-applicable-means = Вопрос не возникает: его исключает ответ на предыдущий, государства тогда не было или регион не может сделать того, о чём спрашивается.
state-source-silent-means = Изученный источник об этом ничего не говорит. Это не ответ «нет».
state-source-unavailable-means = Закон существует, но его текст не получен.
state-not-researched-means = Никто не изучал.

preferred-answer = предпочтено: { $answer }
stage-reached = { $stage }, { $date }
observed = { $date ->
    [undated] без даты
   *[other] сведения на дату: { $date }
}

# The standing of an answer, its time, and what overtook it.
part-glance = Кратко
part-comment = Комментарий
part-standings = Насколько свеж ответ
tools-standings-short = Состояние ответа
tools-standings = Ответы в этом состоянии
standing-holds = действует
standing-last-known = последнее известное
standing-overtaken = устарело
standing-uncertain = на этот день достоверно неизвестно
standing-not-in-sight = ответа не видно
standing-holds-means = Источник говорит об этом дне, или прочитанная им редакция действовала в этот день.
standing-last-known-means = Источник говорит о более раннем дне; ничто записанное с тех пор ответа не касается.
standing-overtaken-means = Источник говорит о более раннем дне, а то, на чём основан ответ, с тех пор изменилось.
standing-uncertain-means = Изменение произошло до или после этого дня; источники не говорят, когда именно.
standing-not-in-sight-means = Ни один источник не отвечает на вопрос к этому дню.
answer-was = было:
overtaken-since = с тех пор:
time-as-of = { $date ->
    [undated] без даты
   *[other] по состоянию на { $date }
}
time-observed = { $date ->
    [undated] без даты
   *[other] сведения на дату: { $date }
}
time-was = { $date }
time-signed = подписано { $date }
time-deposited = сдано на хранение { $date }
time-bound-since = обязательно с { $date }
time-reserved = { $date }
time-ended = прекращено { $date }
time-taken-back = снято: { $date }
time-none-by = на { $date } такого действия нет
time-none-yet = к этому дню такого действия нет
since-amended = закон изменён { $date }
since-new-wording = новая редакция с { $date }
since-ended = статья отменена; дата: { $date }
since-repealed = закон отменён { $date }
since-replaced = закон заменён { $date }
since-in-force = действует с { $date }
since-named-anew = на вопрос «{ $name }» теперь другой ответ ({ $date })
uncertain = на этот день достоверно неизвестно
disputed = оспаривается
said-of = сказано о регионе «{ $region }», а не об этой стране
said-where = Сказано о
said-of-short = сказано о: { $region }
findings = { $n ->
    [0] выводов нет
    [one] { $n } вывод
    [few] { $n } вывода
   *[other] { $n } выводов
}

## Две страны рядом

comparisons-matrix = Все вопросы и все страны в одной таблице.
comparisons-sheet = Ответы, которые вы собираете, чтобы дополнить заметками, напечатать или сохранить.
comparisons-pairs = Выберите страну в первом столбце, затем ту, с которой её сравнить.
comparisons-sections = Один раздел вопросника, все страны.
beside-how = Сравнение
likeness-differs = различается
likeness-similar = то же слово, другие подробности
likeness-same = одинаково
likeness-unsettled = не решено
likeness-one = ответ есть только здесь: { $country }
likeness-none = ответа нет ни здесь, ни там
glyph-likeness-differs = ≠
glyph-likeness-similar = ≈
glyph-likeness-same = =
glyph-likeness-unsettled = ?
glyph-likeness-one = …
glyph-likeness-none = –
pair-count-differs = с разными ответами
pair-count-similar = с тем же словом, но другими подробностями
pair-count-same = с одинаковыми ответами
pair-count-unsettled = не решено
pair-count-one = с ответом только для одной из двух
pair-count-none = без ответа для обеих
pair-no-difference = В том, на что ответ есть для обеих стран, различий нет.
pair-same = { $n ->
    [one] { $n } вопрос с одинаковым ответом
    [few] { $n } вопроса с одинаковыми ответами
   *[other] { $n } вопросов с одинаковыми ответами
}
pair-none = { $n ->
    [one] { $n } вопрос без ответа для обеих стран
    [few] { $n } вопроса без ответа для обеих стран
   *[other] { $n } вопросов без ответа для обеих стран
}
pair-treaties-same = { $n ->
    [one] { $n } договор с одинаковым статусом
    [few] { $n } договора с одинаковым статусом
   *[other] { $n } договоров с одинаковым статусом
}
pair-treaties-none = { $n ->
    [one] { $n } договор, о котором ничего не записано для обеих
    [few] { $n } договора, о которых ничего не записано для обеих
   *[other] { $n } договоров, о которых ничего не записано для обеих
}
pair-in-matrix = Эти две страны в таблице
section-all = Все страны
beside = Рядом с другими странами:

## Управление таблицей (`n` и подобное – числа, которые подставляет скрипт)

tools = Что показывает таблица
tools-countries = Сравниваемые страны
tools-questions = Сравниваемые вопросы
tools-questions-short = Вопросы
tools-answers = Только вопросы с одним из этих ответов
tools-answers-short = Ответы
tools-all = все
tools-none = ни одного
tools-show = Показать
tools-show-all = все вопросы
tools-show-differ = только различия
tools-show-alike = только общее для всех
tools-show-open = только недостающее и нерешённое
tools-fold = Свернуть общее для всех
tools-reset = Снова показать всё
tools-shown = Показано вопросов: { $n } из { $of }, стран: { $countries } из { $all }.
tools-folded = Одинаковых ответов у всех показанных стран (регион без ответа не в счёт): { $n }
tools-chosen-countries = Страны: { $list }.
tools-chosen-questions = Вопросы: { $list }.
tools-chosen-answers = С одним из ответов: { $list }.
tools-chosen-only = Выбрано: { $what }.

## Собственный лист

collect = Составить список ответов
collect-add = В мой список
collect-added = Взято: { $what }. В моём списке: { $n }.
collect-removed = Убрано: { $what }. В моём списке: { $n }.
collect-link = Мой список ({ $n })
sheet-noscript = Чтобы собирать ответы, нужен скрипт, а он выключен или недоступен в этом браузере. Таблицу можно читать и печатать и без него.
sheet-lines = Собранные ответы
sheet-empty = Пока ничего не собрано. В таблице «Составить список ответов» ставит кнопку в каждую клетку; на странице вопроса она есть у каждого ответа.
sheet-refused = Этот браузер не хранит ничего для этого сайта. Список стоит в адресе этой страницы: чтобы сохранить его, добавьте адрес в закладки.
sheet-foreign = Этот список пришёл вместе с адресом и не ваш. Сайт его не проверял; каждая строка ведёт к месту, которое она называет.
sheet-adopt = Добавить в мой список
sheet-own = Показать мой
sheet-print = Напечатать
sheet-save = Сохранить как CSV
sheet-clear = Убрать всё
sheet-link = Ссылка с этим списком
sheet-undo = Вернуть
sheet-note = Заметка
sheet-order = Порядок
sheet-details = Подробности
sheet-day = День просмотра
sheet-as-of = на
sheet-up = выше
sheet-down = ниже
sheet-remove = убрать
sheet-moved = { $what }: теперь строка { $n }.
sheet-cleared = Все строки убраны.
sheet-back = Строки возвращены.
sheet-file = moj-list.csv

## Участие в документе: слово, знак, значение

status-party = участник
status-provisional = применяется временно
status-bound = документ сдан
status-signatory = подписавшее государство
status-ended = прекратилось
status-no-longer = уже не существовала
status-not-yet = ещё не существовала
status-former-party = бывший участник
status-no-action = действий нет
status-not-recorded = не записано

status-glyph-party = ●
status-glyph-provisional = ◇
status-glyph-bound = ▲
status-glyph-signatory = △
status-glyph-ended = ⊘
status-glyph-no-longer = ⊠
status-glyph-not-yet = □
status-glyph-former-party = ▽
status-glyph-no-action = ○
status-glyph-not-recorded = ·

status-party-means = Связана документом, который для неё в силе.
status-provisional-means = Применяется до вступления в силу для страны; ею не обязательно.
status-bound-means = Документ об обязательности сдан на хранение; для страны он ещё не вступил в силу, или дата вступления в силу не вычислена.
status-signatory-means = Документ подписан, но не обязателен: государство не должно лишать его объекта и цели.
status-ended-means = Документ к этому дню уже не существовал.
status-no-longer-means = Страна к этому дню уже не существовала.
status-not-yet-means = В этот день страны ещё не существовало.
status-former-party-means = Была участником и вышла.
status-no-action-means = По изученной таблице, к этому дню страна не подписала его и не присоединилась.
status-not-recorded-means = Здесь ничего не записано. О том, что страна сделала, это ничего не говорит.

status-in-force = в силе (дата: { $date })
status-in-force-computed = в силе с { $date } по правилу самого договора
status-to-come = вступит в силу: { $date }
status-to-come-computed = вступит в силу: { $date }, по правилу самого договора
status-was-to-come = вступление в силу ожидалось: { $date }
status-was-to-come-computed = вступление в силу ожидалось: { $date }, по правилу самого договора
status-was-to-end = должно было подействовать: { $date }
status-in-force-unknown = вступление в силу не вычислено
status-read-until = по состоянию на: { $date }
status-since = с: { $date }
status-since-computed = с: { $date }, по правилу самого договора
treaty-marks = В ячейке: с какого года, знак действия в таблице депозитария, R – есть оговорки или заявления, ⇄ – источник сообщает иное, ? – статус на этот день неясен.
status-as-of = дата таблицы: { $date }
modified = с оговорками или заявлениями
reported-only = источник сообщает о действии
reported-otherwise = источник сообщает иное

## Действия в отношении документа

action-signature = подписание
action-definitive-signature = окончательное подписание
action-ratification = ратификация
action-acceptance = принятие
action-approval = утверждение
action-accession = присоединение
action-succession = правопреемство
action-formal-confirmation = официальное подтверждение
action-provisional-application = временное применение
action-bound-act-not-said = обязательность, действие не названо
action-consent-to-be-bound = согласие на обязательность
action-reservation = оговорка
action-declaration = заявление
action-objection = возражение
action-notification = уведомление
action-communication = сообщение
action-territorial-application = территориальное применение
action-withdrawal = выход
action-denunciation = денонсация
action-announced = объявлено
action-planned = запланировано
action-domestic-ratification = ратификация внутри страны

action-signature-means = Выражает намерение присоединиться и ещё не обязывает. В таблице депозитария: дата в столбце подписаний.
action-definitive-signature-means = Подписание, которое обязывает сразу, без ратификации.
action-ratification-means = После подписания страна подтверждает депозитарию, что она связана документом. В таблице: дата без пометы.
action-acceptance-means = Обязывает так же, как ратификация.
action-approval-means = Обязывает так же, как ратификация.
action-accession-means = Обязывает так же, как ратификация, но без предшествующего подписания.
action-succession-means = Новое государство заявляет, что его обязывает то, что обязывало его предшественника.
action-formal-confirmation-means = То же, что ратификация для государств, – для международных организаций.
action-provisional-application-means = Документ применяется до вступления в силу.
action-bound-act-not-said-means = В таблице сказано, что страна связана одним из нескольких действий, но не каким.
action-consent-to-be-bound-means = Страна соглашается на обязательность документа в форме, которую он предусматривает.
action-reservation-means = Страна исключает или изменяет для себя действие некоторых статей.
action-declaration-means = Страна сообщает, как она понимает или применяет документ.
action-objection-means = Страна не принимает оговорку другой страны.
action-notification-means = Страна сообщает депозитарию то, чего требует документ, например свои компетентные органы.
action-communication-means = Сообщение, переданное депозитарием.
action-territorial-application-means = Действие документа распространено на территорию.
action-withdrawal-means = Страна выходит; уведомление действует с более позднего дня.
action-denunciation-means = Страна выходит; уведомление действует с более позднего дня.
action-announced-means = Источник сообщает, что страна объявила о действии. На хранение ничего не сдано.
action-planned-means = Источник сообщает, что действие было запланировано. На хранение ничего не сдано.
action-domestic-ratification-means = Закон или указ внутри страны. Перед другими государствами он обязывает только после сдачи документа на хранение.

action-of = { $act } ({ $kind })
action-again = { $kind } (№ { $n })
action-binds = обязывает
action-binds-not = не обязывает
date-of-signed = подписано
date-of-deposited = сдано на хранение
date-of-in-force = в силе для неё
date-of-domestic = внутри страны
date-of-effective = вступило в действие
date-of-was-to-end = должно было подействовать
date-of-revoked = уведомление отозвано
date-of-taken-back = снято
date-of-ended = прекращено
date-of-given = указанная дата
entry-computed = отсчитано от депонирования по правилу самого договора
recorded = записано депозитарием
reported = сообщено источником
touches-articles = Статьи: { $articles }
done-by-law = Законом
absence = В таблице на дату «{ $date }» записи нет: { $finding }

## Что изменилось

entry-in-force = вступление в силу
taken-back-reservation = оговорка снята
taken-back-declaration = заявление отозвано
taken-back-objection = возражение снято
taken-back-notification = уведомление отозвано
taken-back-communication = сообщение отозвано
taken-back-territorial-application = распространение на территории прекращено
taken-back-provisional-application = временное применение прекращено
overtaken-withdrawal = выход, опережённый новым документом
overtaken-denunciation = денонсация, опережённая новым документом
taken-back-withdrawal = уведомление о выходе отозвано
taken-back-denunciation = уведомление о денонсации отозвано
status-taken-over = связана с первого дня действием прежнего государства
wording-new = новая редакция
wording-ended = редакция утратила силу; что за ней следовало, не записано
article-inserted = статья введена
article-commenced = статья вступила в силу
article-repealed = статья исключена
article-enacted-again = статья введена снова
answer-changed = другой ответ в более позднем источнике
change-later = предстоит
change-by = на основании:
change-to = стало
change-none = Ничего из того, что здесь записано, не изменилось.
change-redline = что изменилось в тексте
changes-count = { $n ->
    [one] { $n } изменение
    [few] { $n } изменения
   *[other] { $n } изменений
}
changes-by-country = По странам
changes-by-instrument = По документам
changes-by-year = По годам
changes-between-days = Между двумя днями
changes-between-all = Другие пары дней
changes-readings = Другие ответы более поздних источников
changes-edits = Изменено редакцией
changes-edits-means = Клетки, которые исправлены после публикации: что в них стояло и почему это изменено.
changes-first-answers = Другой ответ не значит, что изменился закон: более поздний источник мог прочесть его иначе; какой источник что говорит, сказано в клетке. Первый ответ – не изменение, и молчание после ответа тоже: никто не знает, что было до и после. Такие клетки названы там, где сравниваются два дня.
changes-of-all = Все изменения
changes-pair = с { $first } по { $last }
changes-pair-since = с { $first } до этого издания
changes-pair-title = Что изменилось с { $first } по { $last }
changes-day = Что изменилось с { $day }
changes-matrix-on = Таблица на { $day }
changes-since-main = Что изменилось с { $day } до этого издания
changes-answers = Ответы
changes-acts-between = Что сделано между двумя днями
changes-why = Чем объясняется
changes-nothing-recorded = между двумя днями не записано ни одного действия
changes-first = { $n ->
    [one] { $n } клетка получила первый ответ
    [few] { $n } клетки получили первый ответ
   *[other] { $n } клеток получили первый ответ
}
changes-ended = На более поздний день ответа больше нет
changes-numbers = Изменилось ответов: { $answers }. Действий между двумя днями: { $acts }. Изменилось статусов: { $statuses }.
changes-pair-title-of = { $name }: что изменилось с { $first } по { $last }
changes-all-countries = Все страны между этими днями
changes-digest-means = Все изменения не уместились бы на одной странице. В таблице сказано, сколько их в каждой стране, и названы самые заметные; полностью они приведены на странице самой страны.
changes-tally-means = Сколько стран изменили статус и какой он теперь; какие это страны, сказано на странице каждой из них.
changes-amount = Сколько
changes-telling = Самое заметное
changes-more = { $n ->
    [one] и ещё { $n } изменение
    [few] и ещё { $n } изменения
   *[other] и ещё { $n } изменений
}
changes-amount-answers = { $n ->
    [one] { $n } ответ стал другим
    [few] { $n } ответа стали другими
   *[other] { $n } ответов стали другими
}
changes-amount-ended = { $n ->
    [one] { $n } ответ уже ничем не подтверждён
    [few] { $n } ответа уже ничем не подтверждены
   *[other] { $n } ответов уже ничем не подтверждены
}
changes-amount-statuses = { $n ->
    [one] { $n } другой статус
    [few] { $n } других статуса
   *[other] { $n } других статусов
}
changes-amount-acts = { $n ->
    [one] { $n } действие
    [few] { $n } действия
   *[other] { $n } действий
}
changes-amount-first = { $n ->
    [one] { $n } первый ответ
    [few] { $n } первых ответа
   *[other] { $n } первых ответов
}
changes-may-lie = Действие, дата которого известна лишь отчасти, указано здесь, если оно могло произойти между двумя днями.
part-latest = Последние изменения
changes-left = { $n ->
    [one] Ещё { $n } изменение { $year } года
    [few] Ещё { $n } изменения { $year } года
   *[other] Ещё { $n } изменений { $year } года
}
changes-left-undated = { $n ->
    [one] Ещё { $n } изменение без даты, в списке его страны
    [few] Ещё { $n } изменения без даты, в списках стран
   *[other] Ещё { $n } изменений без даты, в списках стран
}
division-means = Весь этот список не уместился бы на одной странице. В таблице сказано, сколько записей о каждой стране, и названы некоторые; полностью они приведены на странице самой страны.
division-of = { $title } – { $name }
division-questions = Вопросы
division-told = Среди них
division-whole = Все страны
amount-acts = { $n ->
    [one] { $n } действие в отношении документов
    [few] { $n } действия в отношении документов
   *[other] { $n } действий в отношении документов
}
amount-dates = { $n ->
    [one] { $n } дата законов
    [few] { $n } даты законов
   *[other] { $n } дат законов
}
amount-stages = { $n ->
    [one] { $n } стадия законопроектов
    [few] { $n } стадии законопроектов
   *[other] { $n } стадий законопроектов
}
amount-laws = { $n ->
    [one] { $n } закон
    [few] { $n } закона
   *[other] { $n } законов
}
amount-provisions = { $n ->
    [one] { $n } статья
    [few] { $n } статьи
   *[other] { $n } статей
}
amount-amendments = { $n ->
    [one] { $n } законопроект или закон о поправках
    [few] { $n } законопроекта и закона о поправках
   *[other] { $n } законопроектов и законов о поправках
}
amount-elements = { $n ->
    [one] { $n } часть поправок
    [few] { $n } части поправок
   *[other] { $n } частей поправок
}
amount-answers = { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[other] { $n } ответов
}
amount-offences = { $n ->
    [one] { $n } деяние
    [few] { $n } деяния
   *[other] { $n } деяний
}
amount-observations = { $n ->
    [one] { $n } наблюдение
    [few] { $n } наблюдения
   *[other] { $n } наблюдений
}
amount-gaps = { $n ->
    [one] { $n } пробел в законе
    [few] { $n } пробела в законе
   *[other] { $n } пробелов в законе
}
amount-uses = { $n ->
    [one] { $n } место со ссылкой на него
    [few] { $n } места со ссылкой на него
   *[other] { $n } мест со ссылкой на него
}
amount-changes = { $n ->
    [one] { $n } изменение
    [few] { $n } изменения
   *[other] { $n } изменений
}
feed = Лента (Atom)
part-redlines = Редакции, которые не следуют одна за другой
part-by-country = По странам
part-statuses-changed = Статус в отношении документов

## Как ссылаться на страницу

cite = Как сослаться на эту страницу
cite-copy = Копировать
cite-copied = скопировано
cite-oscola = По образцу OSCOLA
cite-plain = Простыми словами
cite-bib = BibTeX
cite-ris = RIS
cite-json = CSL-JSON
cite-in = в:
cite-read = Прочитано на сайте
cite-described = Описано на сайте
cite-adopted = принято { $date }
cite-published = опубликовано { $date }
cite-entered = вступило в силу { $date }
cite-on = что говорят источники по { $day }
cite-as-at = право по состоянию: { $day }
cite-from = Приводится по: { $place }.
cite-note = Прочитано: { $site }, выпуск { $edition }: что говорят источники по { $day }
cite-cell = Адрес отдельного ответа оканчивается знаком # и якорем страны из списка в начале страницы.
data-references = Как ссылаться на законы, договоры, законопроекты, источники и страницы – для программ, которые ведут ссылки.

## Виды записей и другие ключи

kind-country = страна
kind-instrument = международный документ
kind-law = закон
kind-provision = норма
kind-offence = состав преступления
kind-amendment = изменение законодательства
kind-topic = тема
kind-section = раздел
kind-question = вопрос
kind-cell = клетка
kind-source = источник
kind-term = термин
kind-conflict = расхождение
kind-page = страница
kind-module = учебный модуль
kind-action = действие в отношении договора
kind-absence = отсутствие записи
kind-finding = вывод
kind-gap = пробел
kind-observation = наблюдение
kind-statistic = показатель
kind-wording = редакция
kind-stage = стадия
kind-element = положение
kind-article = статья

country-state = государство
country-part = часть государства
country-region = регион
country-organisation = организация

instrument-treaty = договор
instrument-standard = стандарт

law-code = кодекс
law-act = закон
law-decree = указ
law-resolution = постановление
law-constitution = конституция
law-other = иной акт

law-date-adopted = принят
law-date-signed = подписан
law-date-published = опубликован
law-date-commences = вводится в действие
law-date-repealed = утратил силу

repeal-repealed = отменён
repeal-replaced = заменён
repeal-lapsed = истёк срок действия
repeal-annulled = признан недействительным

amendment-bill = законопроект
amendment-act = закон

stage-announced = объявлено
stage-planned = запланировано
stage-drafted = подготовлено
stage-submitted = внесено
stage-debated = обсуждается
stage-adopted = принято
stage-signed = подписано
stage-published = опубликовано
stage-in-force = в силе
stage-rejected = отклонено
stage-withdrawn = отозвано

modality-announced = объявлено
modality-planned = запланировано
modality-submitted = внесено, не принято
modality-passed = принято
modality-in-force = в силе
modality-practice = практика
modality-assessment = оценка
modality-history = история
modality-definition = определение
modality-provenance = о самом источнике
# Если сведения относятся к иному времени, чем то, за которое говорит источник.
speaks-of = о времени: { $period }
without-topic = Прочее
# При ответе «частично»: чего недостаёт.
lacks = недостаёт: { $what }
# В клетке без ответа на день страницы, но с ответом на более ранний день.
answered-earlier = ранее:
section-not-applicable = { $n ->
    [one] { $n } вопрос этого раздела здесь неприменим.
    [few] { $n } вопроса этого раздела здесь неприменимы.
   *[other] { $n } вопросов этого раздела здесь неприменимы.
 }

domain-law = текст закона
domain-practice = практика

basis-provision = по тексту норм
basis-action = вычислено по действиям в отношении договоров
basis-source = по словам источников

answer-kind-yes-no = да или нет
answer-kind-scale = шкала
answer-kind-choice = одно из нескольких
answer-kind-several = несколько из нескольких
answer-kind-date = дата
answer-kind-number = число
answer-kind-text = свободный ответ

tier-depositary = депозитарий или официальное издание
tier-official-translation = официальный перевод
tier-unofficial-translation = неофициальный перевод
tier-international-organisation = международная организация или суд
tier-government-report = доклад правительства
tier-academic = научная работа
tier-legal-database = правовая база данных
tier-ngo = неправительственная организация
tier-press = печать
tier-encyclopaedia = энциклопедия
tier-not-recorded = вид источника не указан

translation-official = официальный перевод
translation-authorised = авторизованный перевод
translation-unofficial = неофициальный перевод
translation-machine = машинный перевод
translation-none = оригинал

event-treaty = действие в отношении договора
event-law = закон
event-amendment = изменение законодательства

language-ar = арабский
language-az = азербайджанский
language-be = белорусский
language-de = немецкий
language-en = английский
language-es = испанский
language-fa = персидский
language-fr = французский
language-hy = армянский
language-it = итальянский
language-ka = грузинский
language-kk = казахский
language-kaa = каракалпакский
language-ky = киргизский
language-la = латинский
language-mn = монгольский
language-nl = нидерландский
language-pl = польский
language-pt = португальский
language-ro = румынский
language-ru = русский
language-tg = таджикский
language-tk = туркменский
language-tr = турецкий
language-uk = украинский
language-uz = узбекский
language-zh = китайский

## Предупреждения

banner-label = Примечание
banner-not-yet = В этот день её ещё не существовало: она существует с { $on }.
banner-no-longer = В этот день её уже не существовало: она прекратила существование { $on }.
banner-not-yet-in-force = { $on ->
    [none] Ещё не вступило в силу.
   *[other] Ещё не вступило в силу. Дата введения в действие: { $on }.
}
banner-in-force-in-part = В силе частично.
banner-article-to-come = { $on ->
    [none] Вступит в силу позже: эта статья ещё не действует.
   *[other] Вступит в силу позже: эта статья ещё не действует. Начало действия: { $on }.
}
banner-article-ended = { $until ->
    [none] { $on ->
        [none] Больше не в силе: статья исключена. Показана её последняя редакция.
       *[other] Больше не в силе: статья исключена. Дата: { $on }. Показана её последняя редакция.
    }
   *[other] Больше не в силе: статья исключена. Дата: { $on }. Введена снова: { $until }. Показана её последняя редакция.
}
banner-article-gap = Пробел в записях: что гласила эта статья за период { $on } – { $until }, здесь не записано. Показана предыдущая редакция.
banner-wording-to-come = { $on ->
    [none] Предстоит новая редакция. Она показана ниже.
   *[other] Предстоит новая редакция. Начало действия: { $on }. Она показана ниже.
}
banner-article-will-end = { $until ->
    [none] Предстоит: статья утрачивает силу { $on }.
   *[other] Предстоит: статья утрачивает силу { $on } и вводится снова { $until }.
}
banner-perhaps-repealed = { $on ->
    [none] Возможно, уже не действует: { $word }, дата не записана.
   *[other] Возможно, уже не действует: { $word }, { $on }.
}
banner-perhaps-in-force = { $on ->
    [none] День вступления в силу не записан.
   *[other] День вступления в силу записан не точно: { $on }.
}
banner-article-may-have-ended = { $on ->
    [none] Возможно, уже не действует: статья исключена, дата не записана.
   *[other] Возможно, уже не действует: статья исключена, { $on }.
}
banner-will-be-repealed = Предстоит: { $word } { $on }.
banner-text-not-quoted = Текст статьи здесь не записан; записано только то, что о нём говорят источники.
banner-wording-not-recorded = Изменено или заменено, но новая редакция здесь не записана.
banner-repealed = { $on ->
    [none] Больше не в силе: { $word }.
   *[other] Больше не в силе: { $word }. Дата: { $on }.
}
banner-by = См.
banner-unofficial-translation = Текст приведён в неофициальном переводе.
banner-machine-translation = Текст переведён машиной.
# Before what is disputed: «2 расхождения: наказание; название».
banner-disputed = { $n ->
    [one] { $n } расхождение
    [few] { $n } расхождения
   *[other] { $n } расхождений
}
banner-disputed-more = { $n ->
    [one] и ещё { $n }
   *[other] и ещё { $n }
}
banner-not-compared = Эта страна не сравнивается. Она показана из-за того, что сделала в отношении документов.
banner-region = Это регион: сказанное о нём не сказано о его членах.
banner-bill = { $on ->
    [none] Это законопроект, а не закон.
   *[other] Это законопроект, а не закон. Последняя записанная стадия: { $word }, { $on }.
}

## Части страниц и слова в них

part-profile = Обзор
part-treaties = Международные обязательства
part-laws = Законы
part-offences = Составы преступлений
part-statistics = Показатели
part-gaps = Пробелы
part-observations = Что описывают источники
part-amendments = Изменения законодательства
part-conflicts = Где источники расходятся
part-sources = Источники
part-articles = Статьи
part-actions = Действия сравниваемых стран
part-others = Действия других стран
part-reservations = Оговорки, заявления и подобное
part-questions = Вопросы, которые с ним сопоставлены
part-legend = Что значат действия
part-entry = Вступление в силу для одного государства
part-facts = Кратко
part-dates = Даты
part-provisions = Нормы
part-amended-by = Чем изменено
part-wordings = Редакции
part-came-by = Как появилось
part-cells = Ответы, которые на этом основаны
part-cited-by = Где упоминается
part-uses = Где на это ссылаются
part-stages = Стадии
part-elements = Что содержит
part-wordings-by = Редакции, которые этим введены
part-benchmark = Эталон
part-answers = Что значат ответы
part-scope = Что учитывается
part-countries = Страны
part-topics = Темы
part-instruments = Международные документы
part-sections = Вопросы по разделам
part-findings = Выводы
part-history = По годам
part-changes = Изменения на этом сайте
part-events = Все события
part-states = Что значат ответы
part-statuses = Участие в документе
part-tiers = Виды источников
part-counts = Сколько здесь записано
part-files = Файлы
part-matrix = Сравнение
part-compared = Сравниваемые страны
part-not-compared = Другие страны
part-by-topic = По темам
disputes-lists = По странам и темам
disputes-all = все
disputes-count = Показано: { $n } из { $of }
part-disputed-records = В чём источники расходятся
part-disputed-cells = Ответы, по которым источники расходятся
part-disputed-actions = Действия по договорам, все даты которых не могут быть верны одновременно
part-disputed-coders = Ответы, которые два кодировщика записали по-разному
part-not-researched = Не исследовано
part-silent = Источник молчит
part-unavailable = Текст не получен
part-treaties-missing = Документы, о которых ничего не записано
part-weak = Отрицания и ограничения
part-unanswered = Без ответа
part-objectives = Цели
part-steps = Шаги
part-handouts = Раздаточные материалы
part-exercises = Упражнения
part-answers-paper = Ответы
part-modules = В учебных модулях
part-sheets = Листы для печати
sheets-countries = Страна на одном листе
sheets-grid = Всё сразу
sheets-print = таблица с первой страницы, которая печатается на одном листе
sheets-all = каждая страна на одном листе и все ответы сразу
part-gaps-said = Чего, по словам источников, недоставало

official-name = Официальное название
code = Код
capital = Столица
names = Названия
kind = Вид
related = Члены и регионы
country = Страна
question = Вопрос
answer = Ответ
basis = Основание
domain = О чём спрашивается
rests-on = Основано на
source = Источник
source-word = только слова источника
also-said = То же сказано:
place = Место
status = Участие
instrument = Документ
since = С какого времени
acts-elsewhere = Название документа ведёт к действиям в отношении него, с датами и источниками.
act = Действие
mark = Помета
dates = Даты
says = Что говорит источник
meaning = Значение
count = Количество
conduct = Деяние
provision = Норма
article-not-given = статья не указана
topic = Тема
topics = Темы
figure = Показатель
counted = Что подсчитано
counted-by = Подсчёт: { $who }
period = Период
law = Закон
number = Номер
adopted = Принят
signed = Подписан
published = Опубликован
commences = Вводится в действие
repealed = Утратил силу
opened = Открыт для подписания
closed = Последний день подписания
in-force-since = Вступил в силу
depositary = Депозитарий
supplements = Дополняет
supplemented-by = Дополнен
entry-not-recorded = Правило вступления в силу здесь не записано. Если страна сдала документ на хранение, дата вступления в силу не вычисляется.
title = Название
title-as-given = Название на этом языке
amends = Изменяет
follows = Следует за
followed-by = За ним следует
becomes-law = Закон
stage = Стадия
reached = Достигнута
elements = Положения
element-count = { $n ->
    [one] { $n } положение
    [few] { $n } положения
   *[other] { $n } положений
}
wordings-count = { $n ->
    [one] { $n } редакция
    [few] { $n } редакции
   *[other] { $n } редакций
}
heading = Заголовок
penalty = Наказание
came-by = Введено
ended-by = Исключена
wording-missing = Текст здесь не записан.
words-wanted = Нужен официальный текст этой статьи на её языке, с днём каждой редакции.
translated-part = выдержка: только часть приведённых слов
translated-extract = выдержка из статьи
wording-extract = Выдержка: в статье есть и другие слова, здесь они не записаны.
wording-is-in-force = в силе на этот день
wording-is-uncertain = возможно, в силе на этот день
wording-is-to-come = вступит в силу позже
wording-is-earlier = прежняя редакция
wording-is-ended = больше не в силе
wording-is-gap = пробел в записях
article-to-come = { $date ->
    [none] вступит в силу позже
   *[other] вступит в силу позже: { $date }
}
article-ended = { $date ->
    [none] больше не в силе: исключена
   *[other] больше не в силе: исключена { $date }
}
article-may-have-ended = { $date ->
    [none] возможно, уже не действует
   *[other] возможно, уже не действует: исключена, { $date }
}
article-gap = пробел в записях: { $from } – { $until }
shown-on = { $date ->
    [undated] показано источником без даты
   *[other] по сообщению источника; дата: { $date }
}
redline = Что изменилось по сравнению с предыдущей редакцией
redline-against = против
redline-extracts = Сравниваются извлечения. «[…]» стоит вместо слов, которые здесь не записаны: вычеркнутое может оставаться среди них, а вставленное могло стоять среди них и раньше.
original = Оригинал
in-plain-words = Простыми словами
note = Примечание
later = Что изменилось позднее
why-preferred = Почему предпочтено
coders-differ = Кодировщики прочли источник по-разному.
preferred = предпочтено
not-decided = Ни одной из сторон не отдано предпочтение
touches = Касается
met = Выполнено
unmet = Не выполнено
limit = Ограничение
searched = Изучено
parts = Части
law-title = Закон
how-put = Как это выражено в источнике
was-law = Период действия
coder = Кодировщик: { $coder }
coder-reviewed = Кодировщик: { $coder }, проверил: { $reviewer }
confirmed = подтверждено: { $date }
computed = следует из действий в отношении договоров
shown = показанный ответ
later-than-view = позднее дня страницы
was-changed = { $date }: прежде было «{ $was }»; причина: { $reason }
no-cells = Выводов нет.
include = Что учитывается
exclude = Что не учитывается
parent = Сначала спрашивается
parent-when = Спрашивается, только если ответ там: { $answers }
children = От этого вопроса зависит
section = Раздел
previous = Назад
next = Далее
transposed = Страны в строках
not-transposed = Вопросы в строках
matrix-of-section = Этот раздел в таблице
profile-link = Страница страны
scroll = Широкая таблица: прокручивается вбок.
answered = есть ответ: { $n } из { $of ->
    [one] { $of } вопроса
   *[other] { $of } вопросов
}
answered-unquoted = без цитаты: { $n }
answered-by-machine = с машинным переводом: { $n }
bound-by = { $n ->
    [one] связана { $n } документом
   *[other] связана { $n } документами
}
depositary-counts = Здесь записано: { $signatures ->
    [0] { "" }
   *[other] { $parties ->
        [0] подписей { $signatures }
       *[other] подписей { $signatures },
    }
} { $parties ->
    [0] { "" }
   *[other] участников { $parties }
}{ $organisations ->
    [0] { "" }
   *[other] , из них организаций: { $organisations }
}
former-names = Прежние названия
former-name = { $name } (до: { $date })
exists-from = Существует с
exists-until = Прекратилось
predecessors = До неё
successors = После неё
part-of-state = Часть государства
done-by-predecessor = совершено:
objects-to-reservation = к оговорке государства
objects-to-declaration = к заявлению государства
objects-to-number = (№ { $n })
instrument-end-terminated = Прекращён
instrument-end-expired = Истёк
instrument-end-superseded = Заменён
instrument-end-dissolved = Упразднён
bound-of = связаны: { $n } из { $of }
signed-of = только подписали: { $n }
cited-times = { $n ->
    [0] не цитируется
    [one] цитируется { $n } раз
    [few] цитируется { $n } раза
   *[other] цитируется { $n } раз
}
background = только для справки
author = Автор
publisher = Издатель
year = Год
tier = Близость к тексту права
address = Адрес
archived = Архивная копия
language = Язык
licence-of = Лицензия
stored = Копия на дату
accessed = Последнее обращение
not-recorded = не указано
contribute = Как помочь
rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[other] { $n } строк
}
minutes = { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[other] { $n } минут
}
version-minutes = { $n ->
    [one] вариант на { $n } минуту
    [few] вариант на { $n } минуты
   *[other] вариант на { $n } минут
}
nav-versions = Варианты по длительности
slide = Для слушателей
trainer-notes = Для ведущего
cards-to-cut = Карточки, которые вырезают
cards-to-sort = Карточки для сортировки
audience = Для кого
duration = Время
handout-day = Что говорят источники по { $day }.
handout-latest = Последний вывод в каждой клетке на { $day }. В каждой клетке указана её дата.
handout-later = { $n ->
    [one] Записан { $n } ответ на время после { $day }
    [few] Записаны { $n } ответа на время после { $day }
   *[other] Записано { $n } ответов на время после { $day }
}
handout-none-later = На время после { $day } ничего не записано.
taught-as-of = Право по состоянию на
proved-by-on = Чем доказывается, по состоянию на { $day }:
# В клетке, которая вычислена по действиям в отношении договоров, если на день страницы их ещё нет.
handout-sheet = Лист для печати
composite = Ситуации составные и придуманы для обучения. Ни одна из них не является подлинным делом.
task = Задание
proved-by = Чем доказывается
questions-count = { $n ->
    [one] { $n } вопрос
    [few] { $n } вопроса
   *[other] { $n } вопросов
}
provisions-count = { $n ->
    [one] { $n } норма или состав
    [few] { $n } нормы и состава
   *[other] { $n } норм и составов
}
how-much = { $countries ->
    [one] { $countries } страна
    [few] { $countries } страны
   *[other] { $countries } стран
}, { $questions ->
    [one] { $questions } вопрос
    [few] { $questions } вопроса
   *[other] { $questions } вопросов
}, { $findings ->
    [one] { $findings } вывод
    [few] { $findings } вывода
   *[other] { $findings } выводов
}, { $actions ->
    [0] { "" }
    [one] { $actions } действие в отношении договоров,{ " " }
    [few] { $actions } действия в отношении договоров,{ " " }
   *[other] { $actions } действий в отношении договоров,{ " " }
}{ $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
   *[other] { $sources } источников
}.
count-countries = сравниваемые страны
count-questions = вопросы
count-cells = клетки с выводом
count-findings = выводы
count-instruments = международные документы
count-actions = действия в отношении договоров
count-laws = законы
count-provisions = нормы
count-amendments = изменения законодательства
count-sources = источники
count-conflicts = расхождения
count-terms = термины
accessed-between = Обращение к источникам: { $span }.
nothing-yet = Ничего не записано.
timeline-picture-of = { $of }: те же события в виде рисунка, время идёт слева направо
timeline-picture = Те же события в виде рисунка: по полосе на страну, время идёт слева направо
recorded-short = записано
reported-short = сообщено
more = Показать всё

## Файлы данных

data-countries = Страны и другие юрисдикции
data-instruments = Международные документы
data-actions = Действия в отношении договоров и что говорит о них каждый источник
data-statements = Что говорит каждый источник о действии в отношении договора
data-laws = Законы
data-provisions = Нормы
data-wordings = Редакции норм
data-translations = Переводы редакций
data-offences = Составы преступлений
data-amendments = Изменения законодательства
data-stages = Стадии изменений законодательства
data-elements = Положения изменений законодательства
data-articles = Статьи международных документов
data-sections = Разделы вопросника
data-answers = Ответы, которые допускают вопросы, и их значение
data-bases = На чём основаны выводы
data-changes = Изменения клеток на этом сайте
data-citations = Ссылки на источники в тексте
data-sides = Стороны расхождений
data-questions = Вопросы
data-findings = Выводы
data-states = Состояния клеток по периодам
data-sources = Источники
data-statuses = Участие в договорах по периодам
data-absences = Таблицы без записи
data-statistics = Показатели
data-gaps = Пробелы
data-observations = Наблюдения
data-conflicts = Расхождения
data-terms = Глоссарий
data-topics = Темы
data-modules = Учебные модули
data-steps = Шаги учебных модулей
data-handouts = Раздаточные материалы учебных модулей
data-exercises = Упражнения учебных модулей
data-collatio = Всё в одном файле
data-spreadsheet = Для электронной таблицы
data-workbook = Одна книга: сравнение в виде таблицы стран и вопросов, затем по листу на каждую таблицу данных
data-workbook-how = Excel, LibreOffice и Numbers открывают её двойным щелчком. Все слова остаются словами: номер статьи вроде 10-12 не превращается в дату.
data-programs = Для программ
data-csv-how = Файлы CSV – в UTF-8, с запятыми. При двойном щелчке Excel может испортить буквы и превратить 10-12 в дату: выберите «Данные», «Из текстового/CSV-файла», кодировку 65001 (UTF-8) и тип «Текст» для каждого столбца. LibreOffice спрашивает о том же, когда открывает файл.
data-site = Всё в одном файле
data-datapackage = Описание файлов для программ (Frictionless Data Package)
data-metadata = Из чего составлено издание

# Поиск
lead-search = Ищите по всем страницам и ответам: по словам, номерам статей, названиям договоров – или читайте список.
search-field = Что искать
search-help = Слова на любом языке этих страниц, начало слова или номер, например 128 или 129-1. Стрелки ведут к результатам, Escape возвращает в поле и очищает его.
search-noscript = Для поиска нужен JavaScript. Здесь перечислены все страницы; слова в списке найдёт поиск браузера.
search-any-country = все страны
search-any-kind = всё
search-kind = Вид
search-from = Сведения за дни с
search-to = до
search-slash = Клавиша / ведёт к полю поиска
search-count = Результатов: { $n }
search-none = Ничего не найдено. Меньше слов или более короткие слова могут дать больше; если поле пусто, перечислены все страницы.
search-partly = Всех этих слов нет ни на одной странице; на этих есть большинство из них.
search-few = Со всеми этими словами: { $n }. Далее те, где недостаёт одного.
search-besides = «{ $word }» здесь почти не встречается; показано и «{ $other }».
search-instead = Слова «{ $word }» нет ни на одной странице; показано «{ $other }».
search-lost = Слова «{ $word }» нет ни на одной странице.
search-more = Ещё результаты
search-only = Все ({ $n }): { $kind }
search-speaks = на дату: { $day }
search-sources = источники: { $years }
search-failed = Указатель прочитать не удалось. Все страницы перечислены ниже.
search-all = Все страницы:
search-lists = Страницы по странам
kinds-country = Страны
kinds-instrument = Договоры и стандарты
kinds-topic = Темы
kinds-question = Вопросы
kinds-law = Законы
kinds-provision = Нормы
kinds-amendment = Законопроекты и изменяющие акты
kinds-cell = Ответы
kinds-action = Действия в отношении договоров
kinds-offence = Составы преступлений
kinds-observation = Наблюдения
kinds-statistic = Показатели
kinds-gap = Пробелы
kinds-element = Положения законопроектов и изменяющих актов
kinds-article = Статьи договоров и стандартов
kinds-term = Термины
kinds-conflict = Расхождения
kinds-module = Учебные модули и раздаточные материалы
kinds-source = Источники
kinds-page = Другие страницы
search-words-instrument = договор конвенция протокол документ соглашение
search-words-law = закон акт кодекс
search-words-provision = статья ст раздел норма
search-words-article = статья ст договор
search-words-amendment = поправка изменение законопроект реформа
search-words-action = договор ратификация подпись участие
search-words-offence = преступление состав наказание
search-words-statistic = статистика показатели числа
search-words-gap = пробел
search-words-conflict = расхождение противоречие
search-words-source = источник
search-words-term = глоссарий термин

## Автономная копия

start-kicker = Автономная копия
start-open = Открыть сайт
start-what = Что это такое
start-holds = В этой папке { $pages ->
    [one] { $pages } страница
    [few] { $pages } страницы
   *[other] { $pages } страниц
 }, { $size }.
start-offline = Ни сеть, ни какая-либо программа, кроме браузера, не нужны.
start-online = Текущее издание находится по адресу
start-how = Как открыть
start-how-unpack = Сначала распакуйте архив: «Извлечь все» в меню Windows, в других системах – двойной щелчок. Внутри архива видна только эта страница.
start-how-browser = Откройте эту страницу двойным щелчком и перейдите по ссылке выше. Подойдёт любой браузер, в том числе без JavaScript.
start-how-carry = Папку можно скопировать как есть на флеш-накопитель, сетевой диск или веб-сервер. Не разделяйте её файлы.
start-check = Как проверить
start-check-what = В файле { $list } указаны контрольные суммы SHA-256 { $files ->
    [one] { $files } файла
   *[other] { $files } файлов
 }. В терминале, открытом в этой папке:
start-check-one = Windows, один файл
start-check-limits = Копия, которая совпадает со своим списком, полна и не повреждена. Кто её изготовил, может сказать только список из источника, которому вы доверяете.

part-note = Эта копия – часть сайта.
part-note-countries = В ней есть страницы о странах:
part-note-topics = В ней есть страницы по темам:
part-note-languages = Её язык:
part-note-links = Там, где страница ведёт к другой, которой здесь нет, вместо ссылки стоят обычные слова.

handbook = Справочник
handbook-what = Основные страницы сайта в одном файле, которому не нужны другие. Ссылки ведут к его главам; страница, которой среди них нет, названа обычными словами.
handbook-chapters = Главы
handbook-up = К списку глав
start-handbook = Для телефона возьмите один этот файл:

handbook-of = { $name }: справочник
page-handbook-country = Справочник для печати
page-handbook-all = Справочник для печати: все страны
lead-handbook-country = Кратко: ответы и статус договоров с указанием источников, для печати. Подробные примечания, сведения на другие дни и тексты статей находятся на страницах сайта.
lead-handbook-all = Статус договоров, сравнение, страны, расхождения источников, глоссарий и источники в одном документе, для печати.
handbook-link = справочник
handbook-all-link = Справочник по всем странам для печати
part-handbooks = Справочники по странам

# Первая страница и таблица «всё сразу»
part-grid = Всё сразу
part-method = Как сделан этот сайт
way-matrix = Сравнить
way-matrix-means = Все вопросы и все страны рядом
way-countries = Страна
way-countries-means = Её ответы, законы, договоры и источники
way-modules = Обучение
way-modules-means = Модули, слайды и раздаточные листы, в том числе без сети
mark-not-applicable = –
mark-source-silent = молчит
mark-source-unavailable = нет текста
mark-not-researched = ·
mark-conflicting = спорно
grid-counted = Ответы стран: { $n }
grid-age = Заливка:
grid-fresh = недавний
grid-older = старше
grid-oldest = самый старый или устаревший после изменения закона (год зачёркнут)
grid-years = Год: источника; для договоров и законов – самого акта.
grid-sources = Источник и день каждого ответа указаны на сайте.
grid-picture = Сохранить как рисунок (SVG)

# Что отвечают страны, одним предложением
sum-all = { $n ->
    [one] { $answer } – единственная страна
    [2] { $answer } – обе страны
   *[other] { $answer } – все страны ({ $n })
  }
sum-names = { $answer } – { $names }
sum-count = { $answer } – { $n } из { $of }
# For answers in words or figures of their own, which the sentence does not repeat.
given-all = { $n ->
    [one] есть ответ по единственной стране
    [2] есть ответ по обеим странам
   *[other] есть ответ по всем странам ({ $n })
  }
given-names = есть ответ: { $names }
given-count = есть ответ: { $n } из { $of }
list-and = и
sum-sources = Последний источник по каждой: { $first } – { $last }.
sum-sources-one = { $n ->
    [1] Последний источник: { $date }.
   *[other] Последний источник по каждой: { $date }.
  }
sum-acts = Даты актов: { $first } – { $last }.
sum-acts-one = { $n ->
    [1] Дата акта: { $date }.
   *[other] Дата актов: { $date }.
  }
sum-overtaken = { $n ->
    [1] Ответ дан до более позднего изменения закона и с новым текстом не сверен: { $names }.
   *[other] Ответы даны до более поздних изменений закона и с новым текстом не сверены: { $names }.
}
sum-uncertain = На этот день неясно: { $names }.
sum-disputed = Источники расходятся: { $names }.

# The bar above a matrix
tools-filter = Отбор
bar-sections = Разделы
bar-key = Обозначения
bar-meanings = Что значат ответы
bar-regions = Регионы

# The answers to a question in a line each
line-basis = Основание
line-since = В записях с
part-lines = Ответы по одной строке
part-of-section = О чём эти вопросы
part-asked = Как вопрос задан и подсчитан
cite-answer = Сослаться на этот ответ
cite-place = страница { $path }
cite-for = к ответу

# Полосы по годам
strips-scale = В каждой клетке – годы с { $first } по { $last }, слева направо.
strips-words = То же словами
strip-full = об этих днях говорит источник, или прочитанный им закон действовал
strip-carried = ответ последнего источника, продолженный дальше
strip-over = закон с тех пор изменился
strip-unsure = день изменения неизвестен
strip-none = ответа нет
strip-mark-yes = ✓ да
strip-mark-no = ✗ нет, ∅ нет нормы
strip-mark-half = ½ отчасти или с оговоркой
strip-mark-odd = ⇄ источники расходятся, ▷ ещё не действует
strip-mark-value = ◆ ответ словами или числом

# Части образца
part-by-element = По элементам
elements-lead = Какие элементы ответы называют охваченными или не охваченными, если сравнивать с документом
element = Элемент
element-met = охвачено
element-unmet = не охвачено

# A country
country-facts = Названия, код, столица
sources-all = Все источники ({ $n })

# The slider of days
day-slider = День
day-show = Показать: { $day }
day-now = последний вид
on-day = На день: { $day }
on-day-away = Без этого дня
on-day-latest = По последним источникам

## A country's first screens, and its sheet
part-main-articles = { $n ->
    [one] Основная статья
   *[other] Основные статьи
}
part-timeline = Хронология
timeline-words = { $n ->
    [one] { $n } событие словами
    [few] { $n } события словами
   *[other] { $n } событий словами
}
for-paper = Для печати:
sheet-link-country = на одном листе
page-country-sheet = На одном листе
describe-country-sheet = { $title } на одном листе: основные статьи, даты и каждый ответ одной строкой.
sheet-to-country = Страница страны
sheet-again = Строка без источника имеет источник предыдущей строки.
sheet-left = { $n ->
    [one] Ещё { $n } вопрос не поместился.
    [few] Ещё { $n } вопроса не поместились.
   *[other] Ещё { $n } вопросов не поместились.
}
sheet-rests = { $sources ->
    [one] { $sources } источник
    [few] { $sources } источника
   *[other] { $sources } источников
}{ $conflicts ->
    [0] .
    [one] , { $conflicts } расхождение между ними; полностью – на странице страны.
    [few] , { $conflicts } расхождения между ними; полностью – на странице страны.
   *[other] , { $conflicts } расхождений между ними; полностью – на странице страны.
}

# Все дни страны, по периодам
page-country-history = Все дни
describe-country-history = { $title } на любой день: каждый ответ, статус по договору и закон с днями, с которых и по которые они действительны.
lead-country-history = Что говорит страница страны на любой день. Каждая строка относится ко всем дням от первого до последнего, которые в ней названы.
history-link = Все дни этой страны
history-days = Дни, когда что-либо меняется
history-all = Показать все дни
history-shown = Показано только то, что относится к дню: { $day }.
history-always = во все дни
history-state = Отметка
history-law-clear = не ожидается и не прекращён
history-in-force = в силе
history-uncertain = возможно, в силе
history-parts = Целиком страница была бы слишком тяжёлой: ответы и статус договоров — на этих страницах.

# Страница, которая была бы слишком велика, по частям.
parts-title = Части этой страницы
parts-means = Целиком она была бы слишком велика: каждое число ведёт к одной из частей.
parts-counted-answered = Указано, сколько ответов есть среди всех клеток части.
parts-counted-bound = Указано, сколько государств связано, среди всех клеток части.
parts-of = из
parts-total = Итого
parts-all = Все
parts-others = Прочие
parts-countries = Выберите страну
parts-beside-countries = То же по другим странам
parts-beside-rows = Эти страны в других частях
parts-elsewhere = На отдельных страницах
